import { Type } from 'typebox';
import { LARGEST_FIGURE } from '../../fixtures/form/fields.ts';
import { REASON_PATTERN } from '../../fixtures/pleno/schema.ts';
import { VALIDATION_CODES, type ValidationCode } from './validation-codes.ts';

/** Fields that several messages of the pleno share. */
export const KecamatanCode = Type.String({
  pattern: '^[0-9]{6}$',
  description: 'Code of the kecamatan.',
  examples: ['167101'],
});

export const ElectionSlug = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 64,
  description: 'Election of the plan.',
  examples: ['gubernur'],
});

export const FieldId = Type.String({
  pattern: '^[a-z]+(\\.[A-Za-z0-9]+){1,2}$',
  maxLength: 40,
  description: 'A figure of C.Hasil and D.Hasil.',
  examples: ['votes.1', 'voters.usersDpt.male', 'sums.valid'],
});

export const PlenoFigure = Type.Integer({ minimum: 0, maximum: LARGEST_FIGURE });

export const PlenoReason = Type.String({
  pattern: REASON_PATTERN,
  description: '5 to 500 characters, no blanks at the ends.',
});

export const StateOfPleno = Type.Enum(['not-opened', 'open', 'finalised', 'published']);

export const Username = Type.String({ description: 'Username.' });

export const FormRevision = Type.Integer({
  minimum: 0,
  description: 'Saves of this form in the pleno; 0: none. Not the revision of the pleno.',
});

export const Findings = Type.Array(
  Type.Object({
    code: Type.Enum(Object.keys(VALIDATION_CODES) as ValidationCode[], {
      description: 'Of the table of validation codes.',
    }),
    rule: Type.String({ description: 'What must hold.' }),
    figures: Type.Array(FieldId, { description: 'Those that do not fit together.' }),
  }),
  { description: 'Rules of the form that the figures break.' },
);
