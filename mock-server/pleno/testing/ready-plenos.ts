import { plenaryTps } from '../../../fixtures/pleno/plenary.ts';
import type { SmallPlan } from '../../testing/small-plan.ts';

const REASON = 'Dicocokkan dengan C.Hasil';
const PDF = '%PDF-1.7\n%SIMULASI\n%%EOF\n';
const BOUNDARY = 'batas-d-hasil';

/** One request below /api/v1 as JSON, or as the content type says. @returns the body */
type Ask = (
  username: string,
  method: string,
  path: string,
  body?: string,
  type?: string,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

/**
 * Brings every pleno of a plan to where an operation can be served, whatever was done to it before.
 * @returns to be called with the path of an operation, as OpenAPI writes it
 */
export function readyPlenos({ plan, tps }: SmallPlan, ask: Ask): (path: string) => Promise<void> {
  const admin = (code: string) => `ppk-${code}`;

  /** Open, and every TPS saved as counted. */
  async function saved(code: string): Promise<void> {
    const pleno = `/pleno/${code}`;
    await ask(admin(code), 'POST', pleno);
    await ask(`kota-${code.slice(0, 4)}`, 'POST', `${pleno}/reopen`, JSON.stringify({ reason: REASON }));
    for (const line of tps.filter((each) => each.kecamatan === code)) {
      const { forms } = plenaryTps(line, { admin: '', operators: [] }, 0);
      for (const { election, figures } of forms) {
        const form = `${pleno}/tps/${line.kode}/${election}`;
        const found = await ask(admin(code), 'GET', form);
        const isCounted = ({ field, dHasil }: { field: string; dHasil: number }) => dHasil === figures[field];
        if (found.figures.every(isCounted)) continue;
        const revision = found.dHasil?.revision ?? 0;
        await ask(admin(code), 'PUT', form, JSON.stringify({ revision, figures, reason: REASON }));
      }
    }
  }

  async function finalised(code: string): Promise<void> {
    await saved(code);
    await ask(admin(code), 'POST', `/pleno/${code}/finalise`);
  }

  async function documented(code: string): Promise<void> {
    await finalised(code);
    const disposition = 'Content-Disposition: form-data; name="document"; filename="d-hasil.pdf"';
    const body = `--${BOUNDARY}\r\n${disposition}\r\n\r\n${PDF}\r\n--${BOUNDARY}--\r\n`;
    const type = `multipart/form-data; boundary=${BOUNDARY}`;
    await ask(admin(code), 'POST', `/pleno/${code}/document`, body, type);
  }

  const before: Record<string, (code: string) => Promise<void>> = {
    document: finalised,
    reopen: finalised,
    publish: documented,
  };
  return async (path) => {
    const [, act = ''] = /^\/api\/v1\/pleno\/\{kecamatan\}\/?(.*)$/.exec(path) ?? [];
    if (!path.startsWith('/api/v1/pleno/')) return;
    for (const { code } of plan.area.kecamatan) await (before[act] ?? saved)(code);
  };
}
