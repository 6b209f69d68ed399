import { fieldIds } from '../../fixtures/form/fields.ts';
import type { Plenary, PlenaryForm } from '../init-stage/plenaries.ts';
import { plenoFormsSaved } from '../metrics.ts';
import type { PlenoLookAnswer, PlenoPart, PlenoSave } from '../targets/target.ts';
import type { PersonOfPpk } from './person-of-ppk.ts';

/** Why a figure of D.Hasil is another than the target knows (wording: A). */
const MISREAD = 'Salah baca, dicocokkan dengan C.Hasil Plano';
const WRONG_ON_PAPER = 'Tertulis keliru pada C.Hasil, dicocokkan dengan surat suara di rapat pleno';
const NOT_THERE = 'Foto tidak ada atau tidak terbaca, diketik dari C.Hasil Plano';

/** Saves of a form in a row that may meet somebody else's, or want another reason, before it is left to them. */
const MOST_SAVES = 3;

/**
 * Every form of a kecamatan, TPS by TPS and election by election: looked at side by side, then saved as the paper in the plenary
 * has it. Operators take turns; with two hands both save every form, and the second has looked before the first saved.
 */
export function plenoForms(
  pleno: PlenoPart,
  { kecamatan, forms }: Plenary,
  people: readonly PersonOfPpk[],
  hands: number,
): void {
  let turn = -1;
  for (const [i, form] of forms.entries()) {
    // Operators take turns TPS by TPS.
    if (form.tps !== forms[i - 1]?.tps) turn++;
    const of = { kecamatan, tps: form.tps, election: form.election };
    const fields = fieldIds(form.pairs);
    const looks: PlenoLookAnswer[] = [];
    const ofTurn = turn;
    const personOf = (hand: number) => people[(ofTurn + hand) % people.length] as PersonOfPpk;
    const detail = { form: `${form.tps}/${form.election}` };
    const look = (hand: number) =>
      personOf(hand).at('pleno-look', i * hands + hand, detail, (token) => pleno.look(token, of));
    for (let hand = 0; hand < hands; hand++) looks.push(look(hand));
    for (let hand = 0; hand < hands; hand++) {
      let seen = looks[hand] as PlenoLookAnswer;
      for (let saves = 1; ; saves++) {
        const save = saveOf(form, fields, seen, saves > 1);
        const corrected = Object.keys(save.reasons).length;
        const answer = personOf(hand).at('pleno-save', i * hands + hand, { ...detail, corrected }, (token) =>
          pleno.save(token, of, save),
        );
        if (answer.errorClass === null) {
          plenoFormsSaved.add(1, { kecamatan });
          break;
        }
        if (!(answer.conflict || answer.unexplained) || saves >= MOST_SAVES) break;
        seen = look(hand);
        // What somebody else has saved as the paper has it is not saved over.
        if (answer.conflict && isRight(form, fields, seen)) break;
      }
    }
  }
}

/** The whole form as counted, with a reason for each figure that the target knows otherwise. */
function saveOf(
  { figures, wrong }: PlenaryForm,
  fields: readonly string[],
  seen: PlenoLookAnswer,
  again: boolean,
): PlenoSave {
  const whole: Record<string, number> = {};
  const reasons: Record<string, string> = {};
  for (const [place, field] of fields.entries()) {
    const figure = figures[place] as number;
    whole[field] = figure;
    const known = seen.known[field];
    if (known === figure) continue;
    if (wrong.includes(field)) reasons[field] = WRONG_ON_PAPER;
    else reasons[field] = known === null || known === undefined ? NOT_THERE : MISREAD;
  }
  // Said of the whole form where the target asked for more, or where the paper itself is wrong.
  const reason = again || wrong.length > 0 ? WRONG_ON_PAPER : null;
  return { revision: seen.revision, figures: whole, reasons, reason };
}

function isRight({ figures }: PlenaryForm, fields: readonly string[], { saved }: PlenoLookAnswer): boolean {
  return saved !== null && fields.every((field, place) => saved[field] === figures[place]);
}
