import { describe, expect, it } from 'vitest';
import type { Answer, StoredUpload, Target, Upload } from '../targets/target.ts';
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

const MATERIAL: CheckMaterial = {
  run: 'check-1',
  account: { username: 'kpps', password: 'right' },
  admin: { username: 'admin', password: 'right' },
  tps: '1671011001001',
  uploads: [upload(1), upload(2), upload(3)],
  bodyOf: (place) => new Uint8Array([place]),
  contentType: 'multipart/form-data',
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
    login: ({ password }) => (password === 'right' ? { ...WORKED, token: 'T' } : { ...REFUSED, token: null }),
    list: () => WORKED,
    upload(_token, { photoBytes, ...rest }) {
      stored.set(rest.key, { ...rest, bytes: photoBytes, storedAt: '2024-10-12T00:00:00Z' });
      return WORKED;
    },
    uploadTwice: () => [WORKED, WORKED],
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
    expect([...steps.values()].filter(({ result }) => result === 'kept')).toHaveLength(15);
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
    const { readBack: _r, publicRead: _p, health: _h, uploadTwice: _u, ...required } = goodTarget();
    const steps = check(required);
    expect(broken(steps)).toEqual([]);
    expect(steps.get('read back')).toMatchObject({
      result: 'skipped',
      came: expect.stringContaining('stored intact cannot be judged'),
    });
  });
});
