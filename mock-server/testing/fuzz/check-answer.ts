import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ERROR_CODES } from '../../contract/error-codes.ts';
import type { FuzzRequest } from './request.ts';
import type { Operation, Schema } from './schema.ts';

/** An answer as it came. */
export interface FuzzAnswer {
  status: number;
  contentType: string;
  text: string;
}

/** Codes that say that a request did not match the contract, though it was made by it. */
const CONTRACT_REFUSALS = ['REQUEST_INVALID', 'JSON_MALFORMED', 'URL_MALFORMED', 'MEDIA_TYPE_UNSUPPORTED'];

/** What is wrong with an answer, by the operation's own description; null where nothing is. */
export type CheckAnswer = (operation: Operation, request: FuzzRequest, answer: FuzzAnswer) => string | null;

/** Schemas are compiled once each. */
export function answerChecker(): CheckAnswer {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const compiled = new Map<Schema, ValidateFunction>();

  function mismatch(schema: Schema, value: unknown): string | null {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value) ? null : ajv.errorsText(validate.errors);
  }

  function errorIsWrong(text: string, status: number, description: string): string | null {
    const { code } = JSON.parse(text) as { code: keyof typeof ERROR_CODES };
    if (ERROR_CODES[code]?.status !== status) return `code ${code} is not one of status ${status}`;
    return description.split(', ').includes(code) ? null : `code ${code} is not among the operation’s`;
  }

  return ({ responses }, request, { status, contentType, text }) => {
    if (status >= 500) return `status ${status}`;
    const documented = responses[String(status)];
    if (!documented) return `status ${status} is not documented`;
    const type = contentType.split(';')[0] ?? '';
    const content = documented.content?.[type];
    if (content) {
      if (type !== 'application/json') return null;
      const value: unknown = JSON.parse(text);
      const why = mismatch(content.schema, value);
      if (why !== null) return `the body of ${status} is not as documented: ${why}`;
    } else if (documented.content && text !== '') return `content type ${type} is not documented`;
    if (status < 400 || type !== 'application/json') return null;
    if (request.valid && CONTRACT_REFUSALS.some((code) => text.includes(`"${code}"`)))
      return 'a request made by the contract is refused as against it';
    return errorIsWrong(text, status, documented.description ?? '');
  };
}
