import { SharedArray } from 'k6/data';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { PlannedAccount } from '../../fixtures/plan/types.ts';
import { lines } from '../ndjson.ts';
import type { PlanCore } from '../plan-data.ts';

/** An admin of each kab/kota of the plan: one cannot see what another's TPS uploaded. k6's init stage only. */
export function loadAdmins(
  folder: string,
  { shards }: Pick<PlanCore, 'shards'>,
): ArrayLike<{ username: string; password: string }> {
  return new SharedArray('admins', () => {
    const byScope: Record<string, { username: string; password: string }> = {};
    const admins = (text: string) => text.includes('"kabkota-admin"');
    for (const file of lineFiles('accounts', shards)) {
      for (const { scope, username, password } of lines<PlannedAccount>(`${folder}/${file}`, admins))
        byScope[scope] ??= { username, password };
    }
    return Object.values(byScope);
  });
}
