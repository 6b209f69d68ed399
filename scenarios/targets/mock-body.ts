import type http from 'k6/http';
import { answerOf } from './answer.ts';
import type { Answer } from './target.ts';

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** The header that carries a token. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The same for a request whose body is JSON. */
export function bearerJson(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

/** A response in the journal's terms, with the mock's error code, and the JSON it holds; empty where it holds none. */
export function read(response: ReturnType<typeof http.get>): { answer: Answer; body: Json } {
  const answer = answerOf(response);
  const body = parse(response.body);
  if (answer.errorClass !== null && typeof body.code === 'string') answer.errorCode = body.code;
  return { answer, body };
}

/** A text, null for anything else. */
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
