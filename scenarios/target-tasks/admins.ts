import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, PlannedAccount } from '../../fixtures/plan/types.ts';
import { lines } from '../init-stage/ndjson.ts';

/** An admin of a kab/kota. */
export interface Admin {
  username: string;
  password: string;
  /** Code of the kab/kota. */
  scope: string;
}

/** An admin of each kab/kota of the plan: one cannot see what another's TPS uploaded. k6's init stage only. */
export function adminsOf(folder: string, { shards }: Pick<Plan, 'shards'>): Admin[] {
  const byScope: Record<string, Admin> = {};
  const admins = (text: string) => text.includes('"kabkota-admin"');
  for (const file of lineFiles('accounts', shards)) {
    for (const { scope, username, password } of lines<PlannedAccount>(`${folder}/${file}`, admins))
      byScope[scope] ??= { username, password, scope };
  }
  return Object.values(byScope);
}
