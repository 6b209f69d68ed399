import type { OperationMeasurement } from '../../../evidence/types.ts';
import { OPERATIONS, PHASES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import type { TableRow } from '../table.ts';

export interface OperationRow {
  row: OperationMeasurement;
  kind?: NonNullable<TableRow['kind']>;
}

/** The heading of a row: its operation, and the phase it belongs to. */
export function operationName({ operation, phase }: OperationMeasurement, wording: Wording): Markup {
  if (operation === null) return markup`${wording.text('total')}`;
  const where = phase === null ? wording.text('operations.allPhases') : wording.name(PHASES, phase);
  return markup`${wording.name(OPERATIONS, operation)} <span class="quiet">${where}</span>`;
}
