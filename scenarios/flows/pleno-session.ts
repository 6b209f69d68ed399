import { dHasilPdf } from '../d-hasil-pdf.ts';
import type { Plenary } from '../init-stage/plenaries.ts';
import { sessionText } from '../journal.ts';
import type { PlenoOperation } from '../journal-line.ts';
import { plenosPublished } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PlenoPart, Target } from '../targets/target.ts';
import type { PlenaryTerms } from '../workloads/phase.ts';
import { plenoSecond } from '../workloads/pleno-schedule.ts';
import type { Account } from './login.ts';
import { waitUntil } from './operation.ts';
import type { PersonOfPpk } from './person-of-ppk.ts';
import { plenoForms } from './pleno-forms.ts';
import { type SignedIn, signIn } from './signed-in.ts';

/** Why a plenary that an earlier run finalised is opened again (wording: A). */
const REPEATED = 'Uji beban diulang pada sasaran yang sama';

/**
 * The plenary of one kecamatan: the PPK's admin logs in and opens it, its operators save TPS by TPS and election by election, the
 * admin finalises, uploads D.Hasil and publishes. An offline kecamatan brings a file in place of all saves.
 * What fails stops nothing that comes after it; without the admin's login nothing can be done.
 * @param startAt planned start, epoch ms
 */
export function plenoSession(
  target: Target,
  pleno: PlenoPart,
  context: SessionContext,
  plenary: Plenary,
  terms: PlenaryTerms,
  startAt: number,
): void {
  const { kecamatan, offline } = plenary;
  const shape = { forms: plenary.forms.length, offline };
  const plannedAt = (operation: PlenoOperation | 'login', step: number) =>
    startAt + (plenoSecond(operation, step, shape, terms) * 1000) / context.speed;

  function person(account: Account, step: number): PersonOfPpk | null {
    const own = { ...context, account: account.username };
    const about = { ...own, journalPart: sessionText(own) };
    const at = plannedAt('login', step);
    waitUntil(at);
    const signedIn: SignedIn | null = signIn(target, about, account, at, { of: { kecamatan, step } });
    if (signedIn === null) return null;
    return {
      at(operation, place, of, send) {
        const planned = plannedAt(operation, place);
        waitUntil(planned);
        return signedIn.perform({ ...of, operation, plannedAt: planned, kecamatan, step: place }, send);
      },
    };
  }

  const admin = person(plenary.admin, 0);
  if (admin === null) return;
  if (offline) {
    admin.at('pleno-import', 0, {}, (token) => pleno.importFile(token, kecamatan, plenary.file));
  } else {
    const opened = admin.at('pleno-open', 0, {}, (token) => pleno.open(token, kecamatan));
    if (opened.closed) reopen(target, pleno, context, plenary, plannedAt('pleno-open', 0));
    // Where an operator is not let in, the admin does the work.
    const hands = plenary.operators.map((operator, i) => person(operator, i + 1) ?? admin);
    plenoForms(pleno, plenary, hands.length === 0 ? [admin] : hands, terms.hands);
  }
  admin.at('pleno-finalise', 0, {}, (token) => pleno.finalise(token, kecamatan));
  const pdf = dHasilPdf(kecamatan);
  admin.at('pleno-document', 0, {}, (token) => pleno.document(token, kecamatan, pdf));
  const published = admin.at('pleno-publish', 0, {}, (token) => pleno.publish(token, kecamatan));
  if (published.errorClass === null) plenosPublished.add(1, { kecamatan });
}

/** An earlier run finalised it: the kab/kota takes that back, as part of the opening. */
function reopen(
  target: Target,
  pleno: PlenoPart,
  context: SessionContext,
  { kecamatan, above }: Plenary,
  plannedAt: number,
): void {
  const { reopen } = pleno;
  if (reopen === undefined || above === null) return;
  const own = { ...context, account: above.username };
  const about = { ...own, journalPart: sessionText(own) };
  const subject = { kecamatan, step: 0 };
  const signedIn = signIn(target, about, above, plannedAt, { of: subject });
  signedIn?.perform({ ...subject, operation: 'pleno-open', plannedAt }, (token) =>
    reopen.call(pleno, token, kecamatan, REPEATED),
  );
}
