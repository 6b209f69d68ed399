import type { Plan } from '../../fixtures/plan/types.ts';
import { administrativeAreas } from '../../fixtures/regions/administrative-areas.ts';

/**
 * Names of provinsi and kab/kota as the public pages write them: capitals, `KOTA PALEMBANG`, a kabupaten without the word.
 * The plan names its own area; all others are those of idn-area-data.
 */
export function areaNames(area: Pick<Plan['area'], 'code' | 'name'>): (code: string) => string {
  const names = new Map<string, string>();
  for (const level of ['provinsi', 'kabkota'] as const)
    for (const { code, name } of administrativeAreas(level)) names.set(code, name);
  names.set(area.code, area.name);
  return (code) => (names.get(code) ?? code).toUpperCase().replace(/^KAB(UPATEN|\.)\s+/, '');
}
