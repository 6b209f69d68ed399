import { Type } from 'typebox';
import { ErrorBody, errorResponses } from './error-body.ts';
import type { ErrorCode } from './error-codes.ts';
import { Instant, Kode } from './fields.ts';
import { FigureChange } from './pleno.ts';
import { ElectionSlug, FieldId, Findings, FormRevision, Username } from './pleno-fields.ts';

const count = Type.Integer({ minimum: 0 });
const figure = Type.Integer({ minimum: 0 });

/** CHANGED_MEANWHILE: what others did to the form since the revision that was asked for. */
export const ChangedMeanwhile = {
  revision: Type.Optional({ ...FormRevision, description: 'The current one.' }),
  changes: Type.Optional(
    Type.Array(
      Type.Object({
        revision: FormRevision,
        by: Username,
        at: Instant,
        note: Type.Union([Type.String(), Type.Null()]),
        figures: Type.Array(FigureChange),
      }),
      { description: 'Every save since then.' },
    ),
  ),
};

/** Why figures are refused. */
export const FiguresRefused = {
  fields: Type.Optional(
    Type.Array(Type.String(), { description: 'FIGURE_UNKNOWN, FIGURES_MISSING, REASON_MISSING.' }),
  ),
  findings: Type.Optional(Findings),
};

/** PLENO_INCOMPLETE: what is not saved. */
export const Incomplete = {
  missing: Type.Optional(Type.Array(Type.Object({ tps: Kode, election: ElectionSlug }))),
  missingTotal: Type.Optional(count),
};

/** PLENO_DIFFERS: what the pleno holds otherwise than the file. */
export const FileDiffers = {
  differences: Type.Optional(
    Type.Array(
      Type.Object({ tps: Kode, election: ElectionSlug, field: FieldId, saved: figure, file: figure }),
    ),
  ),
  differencesTotal: Type.Optional(count),
};

/** PLENO_FILE_INVALID: what is wrong where. */
export const FileFaults = {
  faults: Type.Optional(
    Type.Array(
      Type.Object({
        line: Type.Integer({ minimum: 1 }),
        tps: Type.Union([Type.String(), Type.Null()]),
        field: Type.Union([Type.String(), Type.Null()], { description: 'Path within the line.' }),
        message: Type.String(),
      }),
    ),
  ),
};

/**
 * {@link errorResponses}, with what a program needs to go on beside code and message.
 * @param more fields by status
 */
export function detailedErrors(
  more: Record<number, Record<string, ReturnType<typeof Type.Optional>>>,
  ...codes: ErrorCode[]
): ReturnType<typeof errorResponses> {
  const responses = errorResponses(...codes);
  for (const [status, fields] of Object.entries(more)) {
    const { description } = (responses[Number(status)] ?? {}) as { description?: string };
    const body = Type.Object({ ...ErrorBody.properties, ...fields }, { additionalProperties: false });
    responses[Number(status)] = { ...body, description } as unknown as typeof ErrorBody;
  }
  return responses;
}
