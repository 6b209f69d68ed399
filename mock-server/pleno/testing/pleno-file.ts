import { createHash } from 'node:crypto';
import { plenaryHeader, plenaryTps, ppkStaff } from '../../../fixtures/pleno/plenary.ts';
import type { PlenoFileHeader, PlenoFileTps } from '../../../fixtures/pleno/types.ts';
import type { SmallPlan } from '../../testing/small-plan.ts';

export interface PlenoContent {
  header: PlenoFileHeader;
  tps: PlenoFileTps[];
}

/** The file of a kecamatan as the plan has it, with what a test changes in it before it is sealed. */
export function plenoFile(
  { plan, tps, accounts }: SmallPlan,
  code: string,
  change: (content: PlenoContent) => void = () => {},
): Buffer {
  const staff = ppkStaff(accounts, code);
  const kecamatan = plan.area.kecamatan.find((each) => each.code === code);
  if (!kecamatan || !staff) throw new Error(`the plan has no kecamatan ${code} with a PPK`);
  const lines = tps.filter((line) => line.kecamatan === code);
  const content: PlenoContent = structuredClone({
    header: plenaryHeader(plan, kecamatan, staff),
    tps: lines.map((line, place) => plenaryTps(line, staff, place)),
  });
  change(content);
  const text = [content.header, ...content.tps].map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return Buffer.from(`${text}${JSON.stringify({ kind: 'end', sha256 })}\n`);
}
