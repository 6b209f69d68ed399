import { type Static, Type } from 'typebox';
import { LARGEST_FIGURE } from '../../fixtures/form/fields.ts';
import { ErrorBody } from './error-body.ts';
import { DocumentSlug, Instant, Kode, PageNumber, Sha256 } from './fields.ts';
import { DocumentStatusField } from './tps.ts';
import { VALIDATION_CODES, type ValidationCode } from './validation-codes.ts';

const strict = { additionalProperties: false } as const;

export const DocumentParams = Type.Object({ kode: Kode, type: DocumentSlug });
export type DocumentParams = Static<typeof DocumentParams>;

/** Ids as in fixtures/form/fields.ts, of a form with any number of pairs. */
const FIGURE_ID =
  '^(voters\\.(dpt|usersDpt|usersDptb|usersDpk|users)\\.(male|female|total)|ballots\\.(received|used|spoilt|unused)|votes\\.[1-9][0-9]?|sums\\.(valid|invalid|total))$';

const FigureId = Type.String({
  description: 'A figure of C.Hasil, e.g. voters.usersDpt.male, ballots.used, votes.1, sums.valid.',
  examples: ['votes.1'],
});

/** A figure, null where no digit stands. */
const FigureValue = Type.Union([Type.Integer({ minimum: 0, maximum: LARGEST_FIGURE }), Type.Null()]);

const Code = Type.Enum(Object.keys(VALIDATION_CODES) as ValidationCode[], {
  description: 'Of the table of validation codes.',
});

const FindingField = Type.Object({
  code: Code,
  rule: Type.String({ description: 'What must hold.' }),
  figures: Type.Array(FigureId, { description: 'Those that do not fit together.' }),
});

const Revision = Type.Integer({
  minimum: 0,
  description: 'Grows by one with every photo stored of this document and every decision about it.',
});

const SheetField = Type.Object({ tps: Kode, document: DocumentSlug, page: PageNumber });

const ConfirmationField = Type.Object({
  at: Instant,
  account: Type.String(),
  corrected: Type.Array(FigureId, { description: 'Figures that were sent in place of what was read.' }),
  despite: Type.Array(Code, { description: 'Rules that the paper itself breaks, as the KPPS said.' }),
});

export const ReadingAnswer = Type.Object({
  kode: Kode,
  type: DocumentSlug,
  status: DocumentStatusField,
  state: Type.Enum(['incomplete', 'pending', 'read', 'unreadable'], {
    description:
      'incomplete: not every page is stored. pending: a photo waits to be read. unreadable: a photo shows nothing that can be read, or another sheet.',
  }),
  revision: Revision,
  pages: Type.Array(
    Type.Object({
      page: PageNumber,
      state: Type.Enum(['none', 'pending', 'read', 'unreadable', 'wrong-sheet']),
      saw: Type.Union([SheetField, Type.Null()], {
        description: 'wrong-sheet: what the tag on the sheet says it is.',
      }),
    }),
  ),
  figures: Type.Array(
    Type.Object({
      id: FigureId,
      page: PageNumber,
      read: FigureValue,
      confidence: Type.Number({ minimum: 0, maximum: 1 }),
      confirmed: Type.Union([FigureValue, Type.Null()], {
        description: 'As confirmed last, null before, and for a box that was confirmed blank.',
      }),
    }),
  ),
  findings: Type.Array(FindingField, { description: 'Rules that the figures as read break.' }),
  confirmation: Type.Union([ConfirmationField, Type.Null()], { description: 'The latest.' }),
});
export type ReadingAnswer = Static<typeof ReadingAnswer>;

export const ConfirmRequest = Type.Object(
  {
    revision: Revision,
    figures: Type.Object(
      {},
      {
        ...strict,
        patternProperties: { [FIGURE_ID]: FigureValue },
        description:
          'Only those that differ from what was read, by id; null for a box that is blank on paper.',
      },
    ),
    despite: Type.Optional(
      Type.Array(Code, {
        maxItems: Object.keys(VALIDATION_CODES).length,
        description: 'Rules that the paper itself breaks: exactly those that the figures sent do break.',
      }),
    ),
  },
  { ...strict, examples: [{ revision: 3, figures: {} }] },
);
export type ConfirmRequest = Omit<Static<typeof ConfirmRequest>, 'figures'> & {
  figures: Record<string, number | null>;
};

export const ConfirmAnswer = Type.Object({
  kode: Kode,
  type: DocumentSlug,
  revision: Revision,
  status: DocumentStatusField,
  confirmation: ConfirmationField,
  copy: Type.String({
    description:
      'Path of the witnesses’ copy: whoever has the link sees the figures as confirmed, without login.',
  }),
});
export type ConfirmAnswer = Static<typeof ConfirmAnswer>;

const PhotoEntry = Type.Object({
  what: Type.Literal('photo'),
  revision: Revision,
  at: Instant,
  account: Type.String({ description: 'Empty for a photo of a store from before accounts were kept.' }),
  page: PageNumber,
  key: Type.String(),
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 1 }),
});

const DecisionEntry = Type.Object({
  what: Type.Literal('confirmed'),
  revision: Revision,
  at: Instant,
  account: Type.String(),
  figures: Type.Record(Type.String(), FigureValue, { description: 'All, as confirmed, by id.' }),
  corrected: Type.Array(FigureId),
  despite: Type.Array(Code),
});

/** One thing that happened to a document. */
export const HistoryEntry = Type.Union([PhotoEntry, DecisionEntry]);
export type HistoryEntry = Static<typeof HistoryEntry>;

export const HistoryQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,9}$', description: 'Only what came after that revision.' }),
    ),
  },
  strict,
);
export type HistoryQuery = Static<typeof HistoryQuery>;

export const HistoryAnswer = Type.Object({
  kode: Kode,
  type: DocumentSlug,
  entries: Type.Array(HistoryEntry, { description: 'In the order they happened.' }),
  next: Type.Union([Type.String(), Type.Null()], {
    description: '`after` of the next page, null after the last.',
  }),
});
export type HistoryAnswer = Static<typeof HistoryAnswer>;

/** 409 of a confirmation: of CHANGED_MEANWHILE also what changed. */
export const StaleBody = Type.Object(
  {
    ...ErrorBody.properties,
    changes: Type.Optional(
      Type.Array(HistoryEntry, { description: 'What happened after the revision that was named.' }),
    ),
    revision: Type.Optional(Revision),
  },
  strict,
);

/** 422 of a confirmation: of FIGURES_INCONSISTENT also the rules that are broken. */
export const InconsistentBody = Type.Object(
  { ...ErrorBody.properties, findings: Type.Optional(Type.Array(FindingField)) },
  strict,
);
