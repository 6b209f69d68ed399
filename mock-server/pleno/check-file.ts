import { examinePlenoFile } from '../../fixtures/pleno/examine.ts';
import type { PlenoFile, PlenoFileFault, PlenoFileForm, PlenoFileTps } from '../../fixtures/pleno/types.ts';
import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Directory, Tps } from '../directory/types.ts';
import type { ElectionForm } from './election-forms.ts';
import type { PlenoEvents } from './events.ts';
import { formFindings } from './findings.ts';
import type { Pleno } from './pleno.ts';

/** All that is known of a form before it is taken in. */
type FileEntry = Omit<PlenoEvents['imported']['forms'][number], 'formRevision'>;

const NO_ACCOUNT = 'no account of this PPK has that name';

/** A file whose every line is about this kecamatan, as the plan has it. */
export interface CheckedFile {
  sha256: string;
  bytes: number;
  closedBy: string;
  forms: { tps: Tps; election: number; entry: FileEntry }[];
}

/**
 * Reads the file of an offline kecamatan and holds it against the plan: its TPS, all of them; the elections held at each;
 * every figure of the form; accounts of this PPK.
 * @throws ApiError PLENO_FILE_INVALID with every fault by line, TPS and field
 */
export function checkFile(bytes: Buffer, pleno: Pleno, directory: Pick<Directory, 'account'>): CheckedFile {
  const { file, faults } = examinePlenoFile(bytes, LIMITS.named);
  if (!file) throw invalid(faults);
  const isOfPpk = (username: string) => directory.account(username)?.scope === pleno.area.code;
  const found = [...headerFaults(file, pleno, isOfPpk), ...missingTps(file, pleno)];
  const checked: CheckedFile['forms'] = [];
  for (const { line, content } of file.tps) {
    if (found.length >= LIMITS.named) break;
    const { tps: kode, savedBy } = content;
    const fault = (field: string | null, message: string) => found.push({ line, tps: kode, field, message });
    const tps = pleno.area.tps.find((each) => each.kode === kode);
    if (!tps) {
      fault('tps', `the kecamatan ${pleno.area.name} has no such TPS`);
      continue;
    }
    if (!isOfPpk(savedBy)) fault('savedBy', NO_ACCOUNT);
    for (const message of electionFaults(content, tps, pleno.elections)) fault('forms', message);
    for (const [i, form] of content.forms.entries()) {
      const election = pleno.elections.find(({ slug }) => slug === form.election);
      if (!election) continue;
      for (const { field, message } of formFaults(form, election)) fault(`forms/${i}/${field}`, message);
      const entry = entryOf(form, election, content);
      checked.push({ tps, election: election.election, entry });
    }
  }
  if (found.length > 0) throw invalid(found);
  return { sha256: file.sha256, bytes: bytes.length, closedBy: file.header.closedBy, forms: checked };
}

function invalid(faults: readonly PlenoFileFault[]): ApiError {
  const [first] = faults;
  return new ApiError('PLENO_FILE_INVALID', first && `Line ${first.line}: ${first.message}.`, {
    faults: faults.slice(0, LIMITS.named),
  });
}

function headerFaults(
  { header }: PlenoFile,
  { area, elections }: Pleno,
  isOfPpk: (username: string) => boolean,
): PlenoFileFault[] {
  const faults: PlenoFileFault[] = [];
  const fault = (field: string, message: string) => faults.push({ line: 1, tps: null, field, message });
  if (header.kecamatan !== area.code)
    fault(
      'kecamatan',
      `the file is of ${header.kecamatan} ${header.name}, this is ${area.code} ${area.name}`,
    );
  if (!isOfPpk(header.closedBy)) fault('closedBy', NO_ACCOUNT);
  const own = elections.map(({ slug, pairs }) => `${slug} (${pairs} pairs)`).join(', ');
  const theirs = header.elections.map(({ slug, pairs }) => `${slug} (${pairs} pairs)`).join(', ');
  if (own !== theirs) fault('elections', `the plan has ${own || 'none'}`);
  return faults;
}

function missingTps({ tps }: PlenoFile, { area }: Pleno): PlenoFileFault[] {
  const there = new Set(tps.map(({ content }) => content.tps));
  return area.tps
    .filter(({ kode }) => !there.has(kode))
    .map(({ kode }) => ({ line: 1, tps: kode, field: null, message: 'the TPS is not in the file' }));
}

function electionFaults({ forms }: PlenoFileTps, tps: Tps, elections: readonly ElectionForm[]): string[] {
  const wanted = elections.filter((form) => form.isHeldAt(tps)).map(({ slug }) => slug);
  const found = forms.map(({ election }) => election);
  const missing = wanted.filter((slug) => !found.includes(slug)).map((slug) => `${slug} is missing`);
  const others = found
    .filter((slug, i) => !wanted.includes(slug) || found.indexOf(slug) !== i)
    .map((slug) => `${slug} does not belong here, or is there twice`);
  return [...missing, ...others];
}

function formFaults(
  { figures, corrections, note }: PlenoFileForm,
  { fields, places, pairs }: ElectionForm,
): { field: string; message: string }[] {
  const missing = fields
    .filter((field) => figures[field] === undefined)
    .map((field) => ({ field: `figures/${field}`, message: 'is missing' }));
  const unknown = Object.keys(figures)
    .filter((field) => !places.has(field))
    .map((field) => ({ field: `figures/${field}`, message: 'the form has no such figure' }));
  const wrong = corrections.flatMap(({ field, from }, i) => {
    const place = `corrections/${i}/field`;
    if (!places.has(field)) return [{ field: place, message: 'the form has no such figure' }];
    return from === figures[field] ? [{ field: place, message: 'corrects a figure to what it was' }] : [];
  });
  const findings =
    note === undefined && missing.length === 0 ? formFindings(pairs, (field) => figures[field] ?? null) : [];
  const sums = findings.map(({ code, rule, figures: broken }) => ({
    field: `figures/${broken.at(-1)}`,
    message: `${code} does not hold, and no note says why: ${rule}`,
  }));
  return [...missing, ...unknown, ...wrong, ...sums];
}

function entryOf(
  { election, figures, corrections, note }: PlenoFileForm,
  { fields }: ElectionForm,
  { tps, savedBy }: PlenoFileTps,
): FileEntry {
  return {
    tps,
    election,
    savedBy,
    figures: fields.map((field) => figures[field] ?? 0),
    corrections,
    note: note ?? null,
  };
}
