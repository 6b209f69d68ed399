import { createHash } from 'node:crypto';
import { ApiError } from '../contract/api-error.ts';
import type { Tps } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import { changesOf } from './changes.ts';
import type { ElectionForm } from './election-forms.ts';
import type { NewPlenoEvent, PlenoEvents } from './events.ts';
import { type AskedFigures, settleFigures } from './figure-rules.ts';
import type { Pleno } from './pleno.ts';
import type { Plenos } from './plenos.ts';

/** What a person wants saved, and which save of the form they looked at; 0: none. */
export interface AskedSave extends AskedFigures {
  revision: number;
}

interface SaveOptions {
  plenos: Pick<Plenos, 'eventsOf'>;
  forms: FormBook;
  tps: Tps;
  form: ElectionForm;
  account: string;
  asked: AskedSave;
}

/**
 * Decides the save of a TPS. The same account asking the same thing once more, since the answer was lost, is told what it
 * did and adds nothing, even if the pleno was finalised meanwhile.
 * @throws ApiError PLENO_NOT_OPEN, PLENO_FINALISED, CHANGED_MEANWHILE with what changed, and those of `settleFigures`
 */
export async function decideSave(pleno: Pleno, options: SaveOptions): Promise<NewPlenoEvent | null> {
  const { plenos, forms, tps, form, account, asked } = options;
  if (pleno.state === 'not-opened') throw new ApiError('PLENO_NOT_OPEN');
  const current = pleno.formsOf(form.election).revision(pleno.row(tps));
  const digest = digestOf(asked);
  if (asked.revision !== current) {
    const events = await plenos.eventsOf(pleno.area.code);
    const last = events.findLast(({ kind, body }) => kind === 'saved' && isOf(body, tps, form));
    const isRepeat =
      asked.revision === current - 1 &&
      last?.account === account &&
      (last.body as PlenoEvents['saved']).revision === current &&
      (last.body as PlenoEvents['saved']).asked === digest;
    if (isRepeat) return null;
    if (pleno.state === 'open') {
      const changes = changesOf(events, form, tps.kode).filter(({ revision }) => revision > asked.revision);
      throw new ApiError('CHANGED_MEANWHILE', undefined, { revision: current, changes });
    }
  }
  if (pleno.state !== 'open') throw new ApiError('PLENO_FINALISED');
  const standing = forms.standing(tps, form.election);
  const settled = settleFigures(form, (field) => forms.figure(tps, form.election, field), asked);
  return {
    kind: 'saved',
    body: {
      tps: tps.kode,
      election: form.slug,
      revision: current + 1,
      source: standing.source,
      formRevision: standing.revision,
      ...settled,
      asked: digest,
    },
  };
}

function isOf(body: unknown, { kode }: Tps, { slug }: ElectionForm): boolean {
  const { tps, election } = body as PlenoEvents['saved'];
  return tps === kode && election === slug;
}

/** The same for requests that ask the same, in whatever order their fields came. */
function digestOf({ revision, figures = {}, reason, reasons = {} }: AskedSave): string {
  const inOrder = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([revision, inOrder(figures), reason ?? null, inOrder(reasons)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
