import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { PlannedAccount } from '../../fixtures/plan/types.ts';
import { smallForms } from '../testing/small-forms.ts';
import { passwordOf } from '../testing/small-plan.ts';
import { ADMIN, ELECTIONS, KECAMATAN, type PlenoServer, startPlenoServer } from './testing/pleno-server.ts';

const OPERATORS = Array.from({ length: 8 }, (_, i) => `operator-${KECAMATAN}-${i + 1}`);
const KODES = ['1671011001001', '1671011001002'];
const FORMS = KODES.flatMap((kode) => ELECTIONS.map((election) => ({ kode, election })));

/** What one operator does next: a form, whether it was looked at just before, and what is wanted of one figure. */
const step = fc.record({
  form: fc.nat(FORMS.length - 1),
  looks: fc.boolean(),
  figure: fc.integer({ min: 200, max: 300 }),
});
const script = fc.record({
  /** Each operator's steps, one after the other; all operators at once. */
  operators: fc.array(fc.array(step, { minLength: 4, maxLength: 8 }), {
    minLength: OPERATORS.length,
    maxLength: OPERATORS.length,
  }),
  /** Steps of the first operator after which the admin finalises. */
  finaliseAfter: fc.nat(6),
});

interface Acknowledged {
  form: number;
  by: string;
  asked: number;
  revision: number;
  figure: number;
  reason: string;
}

let server: PlenoServer | null = null;
afterEach(async () => {
  await server?.dispose();
  server = null;
});

function planWithOperators() {
  const plan = smallForms();
  const accounts = OPERATORS.map(
    (username): PlannedAccount => ({
      username,
      password: passwordOf(username),
      role: 'ppk-operator',
      scope: KECAMATAN,
      name: username,
    }),
  );
  return { ...plan, accounts: [...plan.accounts, ...accounts] };
}

/** One run: eight operators at once, and an admin who finalises in their midst. */
async function play(
  running: PlenoServer,
  { operators, finaliseAfter }: typeof script extends fc.Arbitrary<infer S> ? S : never,
) {
  const acknowledged: Acknowledged[] = [];
  const conflicts: { form: number; asked: number; body: { revision: number; changes: Change[] } }[] = [];
  let locked = 0;
  let finalised: Promise<number> = Promise.resolve(0);
  await Promise.all(
    operators.map(async (steps, o) => {
      const by = OPERATORS[o] as string;
      const known = new Map<number, number>();
      for (const [i, { form, looks, figure }] of steps.entries()) {
        if (o === 0 && i === finaliseAfter)
          finalised = running.ask('POST', `/pleno/${KECAMATAN}/finalise`, ADMIN).then(({ status }) => status);
        const { kode, election } = FORMS[form] as (typeof FORMS)[number];
        const path = `/pleno/${KECAMATAN}/tps/${kode}/${election}`;
        if (looks || !known.has(form)) {
          const { body } = await running.ask('GET', path, by);
          known.set(form, body.dHasil.revision);
        }
        const asked = known.get(form) ?? 0;
        const reason = `Dicocokkan oleh ${by}, langkah ${i}`;
        const { status, body } = await running.save(by, kode, election, {
          revision: asked,
          figures: { 'votes.1': figure },
          reason,
        });
        if (status === 200) {
          known.set(form, body.dHasil.revision);
          acknowledged.push({ form, by, asked, revision: body.dHasil.revision, figure, reason });
        } else if (status === 409) conflicts.push({ form, asked, body });
        else if (status === 423) locked++;
        else throw new Error(`${status} ${JSON.stringify(body)}`);
      }
    }),
  );
  return { acknowledged, conflicts, locked, finalised: await finalised };
}

interface Change {
  revision: number;
  by: string;
  figures: { field: string; to: number; reason: string }[];
}

test('many operators in one pleno: nobody overwrites what they have not seen, and nothing acknowledged is missing from what is finalised', async () => {
  const seen = { conflicts: 0, locked: 0, saved: 0 };
  await fc.assert(
    fc.asyncProperty(script, async (played) => {
      const running = await startPlenoServer({ plan: planWithOperators() });
      server = running;
      await running.ask('POST', `/pleno/${KECAMATAN}`, ADMIN);
      await running.saveAll();
      const { acknowledged, conflicts, locked, finalised } = await play(running, played);
      seen.conflicts += conflicts.length;
      seen.locked += locked;
      seen.saved += acknowledged.length;

      const ofForm = (form: number) =>
        acknowledged.filter((each) => each.form === form).toSorted((a, b) => a.revision - b.revision);
      for (const form of FORMS.keys()) {
        // The first save was everybody's; each later one saw the one before it.
        const saves = ofForm(form);
        expect(saves.map(({ revision }) => revision)).toEqual(saves.map((_, i) => i + 2));
        for (const { asked, revision } of saves) expect(asked).toBe(revision - 1);
      }
      for (const { form, asked, body } of conflicts) {
        const saves = ofForm(form).filter(({ revision }) => revision > asked && revision <= body.revision);
        expect(body.changes.map(({ revision, by }) => ({ revision, by }))).toEqual(
          saves.map(({ revision, by }) => ({ revision, by })),
        );
        for (const [i, { figures }] of body.changes.entries())
          for (const { field, to, reason } of figures.filter((each) => each.field === 'votes.1'))
            expect([field, to, reason]).toEqual(['votes.1', saves[i]?.figure, saves[i]?.reason]);
      }

      const { body: history } = await running.ask('GET', `/pleno/${KECAMATAN}/history`, ADMIN);
      const saves = history.events.filter(({ kind }: { kind: string }) => kind === 'saved');
      const byOperators = saves.filter(({ by }: { by: string }) => OPERATORS.includes(by));
      expect(byOperators).toHaveLength(acknowledged.length);
      const { body: sums } = await running.ask('GET', `/sums/${KECAMATAN}`, ADMIN);
      const table = await running.ask('GET', `/pleno/${KECAMATAN}`, ADMIN);
      if (finalised === 200) {
        expect(table.body.state).toBe('finalised');
        const end = history.events.findIndex(({ kind }: { kind: string }) => kind === 'finalised');
        expect(end).toBe(history.events.length - 1);
        for (const { election, figures } of sums.elections)
          expect(history.events[end].sums[election]).toEqual(Object.values(figures));
      }
      for (const [form, { kode, election }] of FORMS.entries()) {
        const last = ofForm(form).at(-1);
        const { body } = await running.ask('GET', `/pleno/${KECAMATAN}/tps/${kode}/${election}`, ADMIN);
        const { dHasil } = body.figures.find(({ field }: { field: string }) => field === 'votes.1');
        if (last) expect(dHasil).toBe(last.figure);
      }
      await running.dispose();
      server = null;
    }),
    { numRuns: 8 },
  );
  // Otherwise the property has said nothing.
  expect(seen.conflicts).toBeGreaterThan(0);
  expect(seen.locked).toBeGreaterThan(0);
  expect(seen.saved).toBeGreaterThan(0);
}, 120_000);
