import { describe, expect, it } from 'vitest';
import type { Answer, PlenoPart, Target } from '../targets/target.ts';
import type { CheckMaterial } from './check-material.ts';
import { checkPleno } from './check-pleno.ts';

const WORKED: Answer = { status: 200, durationMs: 1, errorClass: null, errorCode: null };
const REFUSED: Answer = { status: 409, durationMs: 1, errorClass: 'http-4xx', errorCode: 'CHANGED' };

const PERSON = { username: 'ppk', password: 'right' };
const MATERIAL = {
  admin: { username: 'admin', password: 'right' },
  plenary: {
    account: PERSON,
    form: { kecamatan: '167101', tps: '1671011001001', election: 'walikota' },
    figures: { 'votes.1': 10, 'votes.2': 20 },
  },
} as unknown as CheckMaterial;

/** A plenary that keeps the contract; tests break one promise each. */
function goodPleno(): PlenoPart {
  let saved: Record<string, number> | null = null;
  let revision = 0;
  return {
    open: () => ({ ...WORKED, closed: false }),
    look: () => ({ ...WORKED, revision: String(revision), known: { 'votes.1': 1, 'votes.2': null }, saved }),
    save(_token, _form, asked) {
      if (asked.revision !== String(revision)) return { ...REFUSED, conflict: true, unexplained: false };
      revision++;
      saved = { ...asked.figures };
      return { ...WORKED, conflict: false, unexplained: false };
    },
    importFile: () => WORKED,
    finalise: () => WORKED,
    document: () => WORKED,
    publish: () => WORKED,
    sums: () => ({
      ...WORKED,
      sums: [
        {
          ...{ kecamatan: '167101', election: 'walikota', finalised: false, published: false, tps: 1 },
          figures: saved ?? {},
        },
      ],
    }),
  };
}

function results(pleno: PlenoPart | undefined, material = MATERIAL): Record<string, string> {
  const target = {
    login: ({ password }: { password: string }) => ({ ...WORKED, token: password === 'right' ? 'T' : null }),
    ...(pleno === undefined ? {} : { pleno }),
  } as unknown as Target;
  return Object.fromEntries(
    [...checkPleno(target, material)].map(({ name, result }) => [name.replace('pleno: ', ''), result]),
  );
}

const [OPEN, LOOK, SAVE, STALE, SUMS] = [
  'open',
  'look at a form',
  'save the form',
  'save another figure on the look before that save',
  'sums',
] as const;

describe('a check of the pleno', () => {
  it('finds nothing at a target that keeps its contract', () => {
    expect(results(goodPleno())).toEqual(
      Object.fromEntries([OPEN, LOOK, SAVE, STALE, SUMS].map((name) => [name, 'kept'])),
    );
  });

  it.each<[string, (good: PlenoPart) => Partial<PlenoPart>, string]>([
    [
      'forgets a figure',
      (good) => ({ look: (...of) => ({ ...good.look(...of), known: { 'votes.1': 1 } }) }),
      LOOK,
    ],
    ['saves nothing', () => ({ save: () => ({ ...WORKED, conflict: false, unexplained: false }) }), SAVE],
    [
      'takes a save on an old look',
      (good) => ({
        save: (token, form, asked) =>
          good.save(token, form, { ...asked, revision: good.look(token, form).revision }),
      }),
      STALE,
    ],
    ['sums up nothing', () => ({ sums: () => ({ ...WORKED, sums: [] }) }), SUMS],
  ])('finds a target that %s', (_name, fault, step) => {
    const good = goodPleno();
    expect(results({ ...good, ...fault(good) })[step]).toBe('broken');
  });

  it('leaves alone what was finalised before, and says what an adapter lacks', () => {
    const closed = results({ ...goodPleno(), open: () => ({ ...WORKED, closed: true }) });
    expect(closed).toMatchObject({ [OPEN]: 'kept', [SAVE]: 'skipped', [SUMS]: 'skipped' });
    expect(results(undefined)).toEqual({ pleno: 'skipped' });
    expect(Object.values(results(goodPleno(), { ...MATERIAL, plenary: null }))).toEqual(
      new Array(5).fill('skipped'),
    );
    const { sums: _, ...without } = goodPleno();
    expect(results(without)[SUMS]).toBe('skipped');
  });
});
