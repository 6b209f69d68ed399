import type { RefinedResponse, ResponseType } from 'k6/http';
import { answerOf } from './answer.ts';
import type { Answer } from './answers.ts';

/** An answer's body, an object or what stands for none. */
export type Json = Record<string, unknown>;

/** The header that shows the mock whose call it is. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** An answer of the mock: how it went, with the error code of its body, and the body; empty where it is no JSON object. */
export function read(response: RefinedResponse<ResponseType | undefined>): { answer: Answer; body: Json } {
  const answer = answerOf(response);
  const body = parse(response.body);
  if (answer.errorClass !== null && typeof body.code === 'string') answer.errorCode = body.code;
  return { answer, body };
}

/** A text, or null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function parse(text: unknown): Json {
  if (typeof text !== 'string' || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}
