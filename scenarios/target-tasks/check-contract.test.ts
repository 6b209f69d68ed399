import { describe, expect, it } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import type { Answer, ConfirmAnswer, Confirmation, StoredUpload, Target, Upload } from '../targets/target.ts';
import { checkContract } from './check-contract.ts';
import type { CheckMaterial } from './check-material.ts';
import type { CheckStep } from './check-step.ts';

const WORKED: Answer = { status: 200, durationMs: 1, errorClass: null, errorCode: null };
const REFUSED: Answer = { status: 401, durationMs: 1, errorClass: 'unauthorised', errorCode: 'NO' };

const upload = (page: number): Upload => ({
  tps: '1671011001001',
  document: 'c-hasil',
  page,
  key: `check-1.round-1.1671011001001.c-hasil.${page}`,
  sha256: String(page).repeat(64),
  photoBytes: 100 + page,
});

/** 15 figures of voters, 4 of ballots, 2 pairs, 3 sums. */
const FIGURES = Array.from({ length: 24 }, (_, i) => i);
const READ = Object.fromEntries(formFields(2).map(({ id }, i) => [id, i]));

const MATERIAL: CheckMaterial = {
  run: 'check-1',
  account: { username: 'kpps', password: 'right' },
  admin: { username: 'admin', password: 'right' },
  tps: '1671011001001',
  uploads: [upload(1), upload(2), upload(3)],
  bodyOf: (place) => new Uint8Array([place]),
  contentType: 'multipart/form-data',
  forms: [{ document: 'c-hasil', pairs: 2, figures: FIGURES, sheetsRight: true }],
  pause: () => {},
  batch: (heads) => ({ form: new Uint8Array(heads.length), contentType: 'multipart/form-data' }),
  plenary: {
    account: { username: 'ppk', password: 'right' },
    form: { kecamatan: '167101', tps: '1671011001001', election: 'walikota' },
    figures: { 'votes.1': 10, 'votes.2': 20 },
  },
};

/** A target that keeps the contract; tests break one promise each. */
function goodTarget(): Target & { stored: Map<string, StoredUpload> } {
  const stored = new Map<string, StoredUpload>();
  return {
    stored,
    photoField: 'photo',
    login: ({ password }) =>
      password === 'right' ? { ...WORKED, token: 'T', refreshToken: 'R' } : { ...REFUSED, token: null },
    refresh: (given) => (given === 'R' ? { ...WORKED, token: 'T2' } : { ...REFUSED, token: null }),
    offline: {
      manifest: (_token, uploads) => ({
        ...WORKED,
        held: uploads.map(({ key }) => ({
          key,
          state: stored.has(key) ? 'stored' : 'wanted',
          errorCode: null,
        })),
      }),
      partHead: ({ key }) => `name: ${key}\r\n`,
      batch: (_token, uploads) => ({
        ...WORKED,
        parts: uploads.map(({ key }) => ({ key, errorClass: null, errorCode: null })),
      }),
    },
    list: () => WORKED,
    upload(_token, { photoBytes, ...rest }) {
      stored.set(rest.key, { ...rest, bytes: photoBytes, storedAt: '2024-10-12T00:00:00Z' });
      return WORKED;
    },
    uploadTwice: () => [WORKED, WORKED],
    confirm: formDesk(),
    status: (token) =>
      token === 'T'
        ? { ...WORKED, complete: stored.size === MATERIAL.uploads.length }
        : { ...REFUSED, complete: false },
    health: () => ({ ...WORKED, software: 'x', simulator: true, plan: null, date: null }),
    // Two pages, so that a check must follow the cursor.
    readBack: (_token, _run, after) => {
      const all = [...stored.values()];
      return after === null
        ? { ...WORKED, uploads: all.slice(0, 2), next: '2' }
        : { ...WORKED, uploads: all.slice(2), next: null };
    },
    publicEntry: '/0.json',
    publicRead: (_path, validator) => ({
      ...WORKED,
      status: validator === null ? 200 : 304,
      validator: '"1"',
      unchanged: validator === '"1"',
      bytes: 9,
    }),
  };
}

/** Read at the second look, with one figure misread; the paper breaks a rule. Takes what the contract says. */
function formDesk(): NonNullable<Target['confirm']> & { taken: Confirmation[] } {
  let looks = 0;
  const taken: Confirmation[] = [];
  const figures = { ...READ, 'votes.1': 9 };
  const says = (outcome: ConfirmAnswer['outcome'], findings: string[] = []) => ({
    ...WORKED,
    outcome,
    findings,
  });
  return {
    taken,
    reading: () => ({ ...WORKED, outcome: looks++ === 0 ? 'pending' : 'read', revision: 3, figures }),
    confirm(_token, _of, confirmation) {
      if (confirmation.revision !== 3) return says('changed');
      if (confirmation.despite.join() !== 'V201') return says('inconsistent', ['V201']);
      taken.push(confirmation);
      return says('confirmed');
    },
  };
}

function check(target: Target): Map<string, CheckStep> {
  const steps = new Map<string, CheckStep>();
  checkContract(target, MATERIAL, (step) => steps.set(step.name, step));
  return steps;
}

const broken = (steps: Map<string, CheckStep>) =>
  [...steps.values()].filter(({ result }) => result === 'broken').map(({ name }) => name);

describe('a check of the contract', () => {
  it('finds nothing at a target that keeps it, and goes through all of it', () => {
    const steps = check(goodTarget());
    expect(broken(steps)).toEqual([]);
    expect([...steps.values()].filter(({ result }) => result === 'kept')).toHaveLength(24);
    expect(steps.get('pleno')).toMatchObject({ result: 'skipped', came: expect.stringContaining('plenary') });
  });

  it.each<[string, Partial<Target>, string, RegExp]>([
    [
      'lets anyone in',
      { login: () => ({ ...WORKED, token: 'T' }) },
      'login with a wrong password',
      /a token/,
    ],
    [
      'asks for no login',
      { status: () => ({ ...WORKED, complete: false }) },
      'status without a login',
      /worked/,
    ],
    [
      'calls every TPS complete at once',
      {
        status: (token) => (token === 'T' ? { ...WORKED, complete: true } : { ...REFUSED, complete: true }),
      },
      '',
      /./,
    ],
    [
      'says who it is not',
      { health: () => ({ ...REFUSED, software: null, simulator: false, plan: null, date: null }) },
      'health',
      /unauthorised NO/,
    ],
    [
      'never answers 304',
      { publicRead: () => ({ ...WORKED, validator: '"1"', unchanged: false, bytes: 9 }) },
      'public read again',
      /worked/,
    ],
    [
      'loses everything',
      { readBack: () => ({ ...WORKED, uploads: [], next: null }) },
      'read back',
      /page 1 0 times/,
    ],
    [
      'gives a token that is none for a refresh token',
      { list: (token) => (token === 'T2' ? REFUSED : WORKED) },
      'refresh the session',
      /unauthorised NO/,
    ],
    [
      'takes only one of two taps',
      { uploadTwice: () => [WORKED, REFUSED] },
      'upload the same page twice at once',
      /unauthorised NO/,
    ],
  ])('finds a target that %s', (_name, fault, step, came) => {
    const steps = check(Object.assign(goodTarget(), fault));
    if (step === '') return expect(steps.get('status while pages are missing')?.result).toBe('skipped');
    expect(broken(steps)).toContain(step);
    expect(steps.get(step)?.came).toMatch(came);
    return undefined;
  });

  it('confirms a form with exactly the figure that was misread, despite the rule that its paper breaks', () => {
    const desk = formDesk();
    expect(broken(check(Object.assign(goodTarget(), { confirm: desk })))).toEqual([]);
    const expected = { revision: 3, figures: { 'votes.1': FIGURES[19] }, despite: ['V201'] };
    expect(desk.taken).toEqual([expected, expected]);
  });

  it.each<[string, (desk: ReturnType<typeof formDesk>) => Partial<ReturnType<typeof formDesk>>, string]>([
    [
      'never reads a form',
      () => ({ reading: () => ({ ...WORKED, outcome: 'pending', revision: 1, figures: {} }) }),
      'look at the reading of a form',
    ],
    [
      'confirms what has changed meanwhile',
      ({ confirm }) => ({ confirm: (token, of, sent) => confirm(token, of, { ...sent, revision: 3 }) }),
      'confirm an earlier state of the form',
    ],
    [
      'does not know a confirmation again',
      ({ confirm, taken }) => ({
        confirm: (token, of, sent) =>
          taken.length > 0 ? { ...WORKED, outcome: 'changed', findings: [] } : confirm(token, of, sent),
      }),
      'confirm it again, as after a lost answer',
    ],
  ])('finds a target that %s', (_name, fault, step) => {
    const desk = formDesk();
    const confirm = { ...desk, ...fault(desk) };
    expect(broken(check(Object.assign(goodTarget(), { confirm })))).toEqual([step]);
  });

  it.each<[string, (offline: NonNullable<Target['offline']>) => Partial<Target['offline']>, string, RegExp]>([
    [
      'wants what it has',
      () => ({
        manifest: (_token, uploads) => ({
          ...WORKED,
          held: uploads.map(({ key }) => ({ key, state: 'wanted', errorCode: null })),
        }),
      }),
      'manifest when all is there',
      /0 of 3 stored/,
    ],
    [
      'has what was never sent',
      () => ({
        manifest: (_token, uploads) => ({
          ...WORKED,
          held: uploads.map(({ key }) => ({ key, state: 'stored', errorCode: null })),
        }),
      }),
      'manifest before the first upload',
      /0 of 3 wanted/,
    ],
    [
      'refuses a part of a batch',
      ({ batch }) => ({
        batch: (token, uploads, form, type) => {
          const answer = batch(token, uploads, form, type);
          return { ...answer, parts: answer.parts.slice(1) };
        },
      }),
      'send all pages again in one batch',
      /2 of 3 acknowledged/,
    ],
  ])('finds a target that %s', (_name, fault, step, came) => {
    const target = goodTarget();
    const { offline } = target;
    if (offline === undefined) throw new Error('it has the part');
    const steps = check(Object.assign(target, { offline: { ...offline, ...fault(offline) } }));
    expect(broken(steps)).toEqual([step]);
    expect(steps.get(step)?.came).toMatch(came);
  });

  it('finds one that stores a repeated upload twice', () => {
    const target = goodTarget();
    const twice: StoredUpload[] = [];
    const { upload: once } = target;
    target.upload = (token, given, form, type) => {
      twice.push({ ...given, bytes: given.photoBytes, storedAt: '' });
      return once(token, given, form, type);
    };
    target.readBack = () => ({ ...WORKED, uploads: twice, next: null });
    const steps = check(target);
    expect(broken(steps)).toEqual(['read back']);
    expect(steps.get('read back')?.came).toContain('c-hasil page 1 2 times');
  });

  it('finds one that alters what it stores, and one that gives back what was not sent', () => {
    const altering = goodTarget();
    altering.readBack = () => ({
      ...WORKED,
      uploads: [...altering.stored.values()].map((given) =>
        given.page === 2 ? { ...given, sha256: 'f'.repeat(64) } : given,
      ),
      next: null,
    });
    expect(check(altering).get('read back')?.came).toContain('c-hasil page 2 with digest ffffffffffff');

    const inventing = goodTarget();
    inventing.readBack = () => ({
      ...WORKED,
      uploads: [...inventing.stored.values(), { ...upload(9), bytes: 1, storedAt: '' }],
      next: null,
    });
    expect(check(inventing).get('read back')?.came).toContain('1 that were not sent');
  });

  it('reaches nothing behind a login that does not work, and says so', () => {
    const steps = check(Object.assign(goodTarget(), { login: () => ({ ...REFUSED, token: null }) }));
    expect(steps.get('upload a page')).toMatchObject({ result: 'not-reached', status: null });
    expect(steps.get('public read')?.result).toBe('kept');
  });

  it('skips the parts that an adapter has not, with what cannot be judged then', () => {
    const {
      readBack: _r,
      publicRead: _p,
      health: _h,
      uploadTwice: _u,
      confirm: _c,
      offline: _o,
      refresh: _n,
      ...required
    } = goodTarget();
    const steps = check(required);
    expect(broken(steps)).toEqual([]);
    expect(steps.get('read back')).toMatchObject({
      result: 'skipped',
      came: expect.stringContaining('stored intact cannot be judged'),
    });
  });
});
