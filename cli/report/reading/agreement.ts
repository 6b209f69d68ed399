import type { Audit, Measurements, OperationMeasurement } from '../../evidence/types.ts';
import { detailRows } from './operation-rows.ts';
import { OUTCOME_ORDER } from './outcomes.ts';

/** A total that is not what its rows add up to. `what` names the field as the JSON files do. */
export interface Disagreement {
  what: string;
  rows: number;
  total: number;
}

const SUMMED = [
  'planned',
  'offered',
  'achieved',
  'attempts',
  'firstAttemptSuccess',
  'afterRetrySuccess',
] as const satisfies readonly (keyof OperationMeasurement)[];

/**
 * Checks every total a report shows against the rows it shows beside it. A report whose figures contradict each other
 * must say so itself, before a reader finds out.
 */
export function disagreements(audit: Audit, measurements: Measurements): Disagreement[] {
  const rows = detailRows(measurements);
  const sum = <Item>(items: readonly Item[], value: (item: Item) => number) =>
    items.reduce((total, item) => total + value(item), 0);
  const { region, kecamatan, kelurahan } = audit.areas;
  const phases = Object.values(audit.phases);
  const ways = Object.values(audit.ways);
  const { forms } = audit;
  const compared: Disagreement[] = [
    ...SUMMED.map((field) => ({
      what: `measurements.${field}`,
      rows: sum(rows, (row) => row[field]),
      total: measurements.total[field],
    })),
    { what: 'audit.planned', rows: sum(OUTCOME_ORDER, (outcome) => audit[outcome]), total: audit.planned },
    { what: 'audit.phases.planned', rows: sum(phases, (phase) => phase.planned), total: audit.planned },
    { what: 'audit.phases.stored', rows: sum(phases, (phase) => phase.stored), total: audit.stored },
    ...[kecamatan, kelurahan].flatMap((areas, index) => {
      const level = index === 0 ? 'kecamatan' : 'kelurahan';
      return [
        {
          what: `${level}.tps.planned`,
          rows: sum(areas, (area) => area.tps.planned),
          total: region.tps.planned,
        },
        {
          what: `${level}.tps.complete`,
          rows: sum(areas, (area) => area.tps.complete),
          total: region.tps.complete,
        },
        {
          what: `${level}.uploads.stored`,
          rows: sum(areas, (area) => area.uploads.stored),
          total: region.uploads.stored,
        },
      ];
    }),
    ...(forms === undefined
      ? []
      : [{ what: 'audit.forms.confirmed', rows: forms.asRead + forms.corrected, total: forms.confirmed }]),
    { what: 'audit.ways.planned', rows: sum(ways, (way) => way.planned), total: audit.tps.planned },
    { what: 'audit.ways.complete', rows: sum(ways, (way) => way.complete), total: audit.tps.complete },
    { what: 'audit.tps.complete', rows: region.tps.complete, total: audit.tps.complete },
  ];
  return compared.filter(({ rows: added, total }) => added !== total);
}
