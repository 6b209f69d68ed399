import exec from 'k6/execution';
import type { Options } from 'k6/options';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import { perform } from '../../scenarios/flows/operation.ts';
import { sessionText } from '../../scenarios/journal.ts';
import { openPackedPhotos } from '../../scenarios/photos/packed-photos.ts';
import { answerOf, unless } from '../../scenarios/targets/answer.ts';
import { mockAdapterOf } from '../../scenarios/targets/mock.ts';
import { uploadKey } from '../../scenarios/workloads/upload-key.ts';

/** The rounds' own upload path in a closed loop: own bytes for each upload, acknowledgement checked, a journal line. */
const folder = __ENV.PLAN as string;
const photos = (JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex).photos;
const target = mockAdapterOf({}).open({
  baseUrl: __ENV.TARGET as string,
  requestTimeoutMs: 30_000,
  headers: {},
  answerOf,
  unless,
});
const form = await openPackedPhotos({
  folder,
  index: () => photos,
  field: target.photoField,
  vus: Number(__ENV.VUS),
  largestBytes: Math.max(...photos.map(({ bytes }) => bytes)),
});
const sessions = Number(__ENV.UPLOADS) / 4;
const sha256 = 'a'.repeat(64);
const operator = { attempts: 1, firstBackoffSecond: 1, backoffFactor: 1, requestTimeoutSecond: 30 };
const documents = ['c-hasil-gubernur', 'c-hasil-walikota', 'c-kejadian-khusus', 'daftar-hadir'];
const perDocument = Math.max(1, Math.floor(photos.length / documents.length));

export const options: Options = {
  vus: Number(__ENV.VUS),
  iterations: sessions,
  systemTags: ['scenario', 'name', 'method', 'status', 'error_code', 'expected_response'],
};

/** A TPS: its four documents, one after the other. */
export default async function session(): Promise<void> {
  const index = exec.scenario.iterationInTest;
  const tps = String(1671011001000 + index);
  const about = {
    run: 'bench',
    phase: 'upload',
    session: index,
    account: `kpps-${tps}-1`,
    tps,
    speed: 1,
    operator,
  };
  const context = { ...about, journalPart: sessionText(about) };
  for (let k = 0; k < documents.length; k++) {
    const document = documents[k] as string;
    // As in a plan: each page has photos of its own, so every upload changes photo.
    const photo = (k * perDocument + Math.floor((index / sessions) * perDocument)) % photos.length;
    const reading = form.use(photo, k);
    if (reading !== null) await reading;
    const photoBytes = (photos[photo] as { bytes: number }).bytes;
    const body = form.fill({ tps, document: k + 1, page: 1, take: 'round-1' });
    const key = uploadKey('bench', 'round-1', tps, document, 1);
    const upload = { tps, document, page: 1, key, sha256, photoBytes };
    perform(
      context,
      { operation: 'upload', plannedAt: Date.now(), document, page: 1, key, bytes: photoBytes, sha256 },
      () => target.upload('token', upload, body, form.contentType),
    );
    form.giveBack();
  }
}
