import { beforeEach, describe, expect, test } from 'vitest';
import type { Mistake } from '../../fixtures/plan/types.ts';
import { buildDirectory } from '../directory/build.ts';
import { createProgress, type Progress } from '../directory/progress.ts';
import type { Directory } from '../directory/types.ts';
import { createFormBook } from '../forms/form-book.ts';
import type { FormRecords } from '../forms/types.ts';
import { type SmallPlan, smallElections, smallPlan } from '../testing/small-plan.ts';
import { TPS } from '../testing/test-server.ts';
import { createPublicSite, type PublicSite } from './site.ts';

const KELURAHAN = '/pilkada/hhcw/pkwkp/16/1671/167101/1671011001';
/** 09:47:13 WIB. */
const START = Date.parse('2024-11-28T02:47:13Z');

let now: number;
let directory: Directory;
let progress: Progress;
let book: FormRecords;
let site: PublicSite;

async function open(
  publishEverySecond: number,
  plan: SmallPlan = smallElections(smallPlan()),
): Promise<void> {
  now = START;
  directory = await buildDirectory({ planSha256: '', ...plan });
  progress = createProgress(directory);
  book = createFormBook(directory, progress);
  site = createPublicSite({ directory, book, publishEverySecond, now: () => now });
}

// biome-ignore lint/suspicious/noExplicitAny: a file of any shape
const read = (path: string): any => JSON.parse(site.file(`${path}.json`)?.body.toString() ?? 'null');

function store(kode: string, type: string, pages: number): void {
  for (let page = 1; page <= pages; page++) progress.markStored(kode, { type, page });
}

/** The KPPS confirm the form of the TPS as it is written, but for the votes of the first pair. */
function confirm(votes: number, revision = 1): void {
  const tps = directory.tps(TPS);
  if (!tps) throw new Error('the small plan has lost its first TPS');
  const fields = book.layout.fields(0);
  const figures = fields.map((id) => (id === 'votes.1' ? votes : book.reading(tps, 0, id)));
  const photos = [1, 2, 3].map((page) => ({ page, number: progress.photo(tps, page - 1), sha256: '' }));
  const body = { comparedRevision: 3, figures, readings: figures, corrected: {}, despite: [], photos };
  const subject = `form/${TPS}/c-hasil-gubernur`;
  const storedAt = new Date(now).toISOString();
  book.apply({ id: '', subject, revision, kind: 'confirmed', account: 'kpps', body, storedAt });
}

describe('every quarter of an hour', () => {
  beforeEach(() => open(900));

  test('nothing changes in between, whatever is uploaded', () => {
    const before = site.file('/pilkada/hhcw/pkwkp.json');
    store(TPS, 'c-hasil-gubernur', 3);
    now = START + 120_000;
    expect(site.file('/pilkada/hhcw/pkwkp.json')).toBe(before);
    // Neither do files that nobody has asked for yet.
    expect(read(`${KELURAHAN}/${TPS}`).tungsura.chart).toBeNull();
    expect(read(KELURAHAN).progres).toEqual({ total: 2, progres: 0 });
  });

  test('the first comes with the start, the next on the quarter', () => {
    expect(read(KELURAHAN).ts).toBe('2024-11-28 09:47:13');
    now = Date.parse('2024-11-28T02:59:59.999Z');
    expect(read(KELURAHAN).ts).toBe('2024-11-28 09:47:13');
    now++;
    expect(read(KELURAHAN).ts).toBe('2024-11-28 10:00:00');
    now = Date.parse('2024-11-28T03:44:00Z');
    expect(read(KELURAHAN).ts).toBe('2024-11-28 10:30:00');
  });

  test('an upload after the quarter is in the next publication, although nobody read in between', () => {
    store(TPS, 'c-hasil-gubernur', 3);
    now = Date.parse('2024-11-28T03:00:01Z');
    store('1671011001002', 'c-hasil-gubernur', 3);
    expect(read(KELURAHAN)).toMatchObject({ ts: '2024-11-28 10:00:00', progres: { progres: 1 } });
    now = Date.parse('2024-11-28T03:15:00Z');
    expect(read(KELURAHAN)).toMatchObject({ ts: '2024-11-28 10:15:00', progres: { progres: 2 } });
  });

  test('a confirmation is in the next publication, in files and sums, and in none before', () => {
    store(TPS, 'c-hasil-gubernur', 3);
    const votes = () => [
      read(`${KELURAHAN}/${TPS}`).tungsura.chart['1000001'],
      read(KELURAHAN).tungsura.table[TPS]['1000001'],
      read('/pilkada/hhcw/pkwkp').tungsura.chart['1000001'],
    ];
    now = Date.parse('2024-11-28T03:00:00Z');
    // The file of the TPS is not read before the form has changed twice: it is made when it is asked for.
    expect(read('/pilkada/hhcw/pkwkp').tungsura.chart['1000001']).toBe(100);
    confirm(123);
    confirm(124, 2);
    expect(votes()).toEqual([100, 100, 100]);
    now = Date.parse('2024-11-28T03:15:00Z');
    expect(votes()).toEqual([124, 124, 124]);
    confirm(7, 3);
    expect(votes()).toEqual([124, 124, 124]);
    now = Date.parse('2024-11-28T03:30:00Z');
    expect([...votes(), read(KELURAHAN).progres.progres]).toEqual([7, 7, 7, 1]);
  });

  test('wilayah and paslon stay as they were at the start', () => {
    const files = ['/wilayah/pilkada/pkwkp/0.json', '/pilkada/paslon/pkwkp.json'];
    const before = files.map((path) => site.file(path));
    now += 3_600_000;
    expect(files.map((path) => site.file(path))).toEqual(before);
    expect(before.map((file) => file?.publishedAt)).toEqual([START, START]);
  });
});

describe('at once', () => {
  beforeEach(() => open(0));

  test('a TPS is in an election once every page of its C.Hasil is stored, and in no other', () => {
    store(TPS, 'c-hasil-gubernur', 2);
    store(TPS, 'kejadian-khusus', 1);
    expect(read(`${KELURAHAN}/${TPS}`)).toEqual({
      mode: 'hhcw',
      tungsura: { chart: null, administrasi: null },
      psu: 'Reguler',
      status_suara: false,
      status_adm: false,
      images: [null, null, null],
      ts: '2024-11-28 09:47:13',
    });
    progress.markStored(TPS, { type: 'c-hasil-gubernur', page: 3 });
    // The same page again changes nothing.
    progress.markStored(TPS, { type: 'c-hasil-gubernur', page: 3 });
    const votes = { '1000001': 100, '1000002': 50, '1000003': 9 };
    expect(read(`${KELURAHAN}/${TPS}`)).toMatchObject({
      tungsura: { chart: votes, administrasi: { suara_sah: 159, suara_tidak_sah: 1, suara_total: 160 } },
      status_suara: true,
      status_adm: true,
    });
    for (const path of ['', '/16', '/16/1671', '/16/1671/167101', '/16/1671/167101/1671011001'])
      expect(read(`/pilkada/hhcw/pkwkp${path}`).tungsura.chart).toMatchObject({
        ...votes,
        progres: { progres: 1 },
      });
    expect(read('/pilkada/hhcw/pkwkk').progres).toEqual({ total: 6, progres: 0 });
    expect(read('/pilkada/hhcw/pkwkp/16/1671').tungsura.table['167102']).toEqual({
      psu: 'Reguler',
      '1000001': 0,
      '1000002': 0,
      '1000003': 0,
      progres: { total: 2, persen: 0, progres: 0 },
      status_progress: false,
    });
  });

  test('what was stored before the start is in the first publication', async () => {
    const plan = smallElections(smallPlan());
    const directory = await buildDirectory({ planSha256: '', ...plan });
    progress = createProgress(directory);
    store(TPS, 'c-hasil-gubernur', 3);
    site = createPublicSite({
      directory,
      book: createFormBook(directory, progress),
      publishEverySecond: 900,
      now: () => now,
    });
    expect(read(KELURAHAN).progres).toEqual({ total: 2, progres: 1 });
  });
});

describe('figures are what is written on the form', () => {
  const mistake = (kind: Mistake['kind'], field: string, boxes: string, truth: number): Mistake => ({
    kind,
    document: 'c-hasil-gubernur',
    page: 3,
    figure: { election: 'gubernur', field, truth, boxes },
  });

  async function withMistakes(carried: boolean): Promise<void> {
    const { plan, tps, accounts } = smallElections(smallPlan());
    const mistakes = plan.mistakes.map((each) => ({ ...each, carried }));
    const [first, ...others] = tps as [SmallPlan['tps'][number]];
    first.mistakes = [
      mistake('sum-mismatch', 'sums.total', '161', 160),
      mistake('x-box', 'sums.invalid', 'XX1', 1),
      mistake('blank-box', 'sums.valid', '___', 159),
      mistake('over-cap', 'votes.2', '950', 50),
      { ...mistake('read-1-as-9', 'votes.1', '100', 100), kind: 'read-1-as-9' },
      mistake('sum-mismatch', 'voters.users.total', '007', 0),
    ];
    await open(0, { plan: { ...plan, mistakes }, tps: [first, ...others], accounts });
    store(TPS, 'c-hasil-gubernur', 3);
    store(TPS, 'c-hasil-walikota', 2);
  }

  test('where the photos carry the mistakes, on the form of that election alone, and in the sums', async () => {
    await withMistakes(true);
    expect(read(`${KELURAHAN}/${TPS}`).tungsura).toMatchObject({
      chart: { '1000001': 100, '1000002': 950, '1000003': 9 },
      administrasi: { suara_sah: null, suara_tidak_sah: 1, suara_total: 161, pengguna_total_j: 7 },
    });
    expect(read('/pilkada/hhcw/pkwkp').tungsura.chart['1000002']).toBe(950);
    const other = read(`${KELURAHAN.replace('pkwkp', 'pkwkk')}/${TPS}`).tungsura.administrasi;
    expect(other).toMatchObject({ suara_total: 161, pengguna_total_j: 0 });
  });

  test('the truth where they do not', async () => {
    await withMistakes(false);
    expect(read(`${KELURAHAN}/${TPS}`).tungsura).toMatchObject({
      chart: { '1000002': 50 },
      administrasi: { suara_sah: 159, suara_tidak_sah: 1, suara_total: 160, pengguna_total_j: 0 },
    });
  });
});
