import { paslonPath, resultPath, wilayahPath } from './public-paths.ts';
import type { Site } from './site.ts';

/** warga: looks up where they live and refreshes. media: polls at each publication. scraper: walks down to every TPS. */
export type ReaderKind = 'warga' | 'media' | 'scraper';

/** One file that a visit reads. */
export interface PlannedRead {
  /** Plan seconds from the phase's start. */
  second: number;
  path: string;
}

/** Results are published every 15 minutes, at :00 :15 :30 :45; arrivals start on such a quarter. Source: the real pages of 2024. */
const PUBLICATION_SECOND = 900;

/** Publications that one of the media polls before it is somebody else's turn (assumed). */
const POLLS = 2;

/** Of a hundred visits (assumed: no access log of the real pages is public). The rest are warga. */
const MEDIA_PERCENT = 5;
const SCRAPER_PERCENT = 1;

/** When a person goes down to their kecamatan, and refreshes it; the files say that they are good for 60 s (assumed). */
const DOWN_SECOND = 30;
const REFRESH_SECONDS = [90, 150];

/** Files are asked for one after the other, a plan second apart (assumed: a polite scraper, a page that fills). */
const FILE_SPACING_SECOND = 1;

/** A kelurahan has some dozens of TPS; a walk ends after these. */
const MOST_TPS_OF_WALK = 60;

/** Kecamatan that are polled at a publication at most. */
const MOST_KECAMATAN_POLLED = 40;

/** Files that visits read on average, at most: media of a kab/kota with many kecamatan and two elections read most. */
export const MEAN_VISIT_READS =
  ((100 - MEDIA_PERCENT - SCRAPER_PERCENT) * (5 + REFRESH_SECONDS.length) +
    MEDIA_PERCENT * POLLS * 2 * (MOST_KECAMATAN_POLLED + 1) +
    SCRAPER_PERCENT * (9 + MOST_TPS_OF_WALK)) /
  100;

/** How visits go round: coprime to a hundred, so that the kinds are mixed evenly. */
const MIX_STRIDE = 37;

/** Plan seconds that a visit can last. */
export const LONGEST_VISIT_SECOND =
  POLLS * PUBLICATION_SECOND + 2 * (MOST_KECAMATAN_POLLED + 1) * FILE_SPACING_SECOND;

/** Plan seconds that visits last on average: people to their last refresh, media to their last poll, scrapers a minute. */
export const MEAN_VISIT_SECOND =
  ((100 - MEDIA_PERCENT - SCRAPER_PERCENT) * 150 +
    MEDIA_PERCENT * (POLLS - 0.5) * PUBLICATION_SECOND +
    SCRAPER_PERCENT * 60) /
  100;

/** Who visit `index` is. */
export function readerKind(index: number): ReaderKind {
  const place = (index * MIX_STRIDE) % 100;
  if (place < SCRAPER_PERCENT) return 'scraper';
  return place < SCRAPER_PERCENT + MEDIA_PERCENT ? 'media' : 'warga';
}

/**
 * What visit `index` reads, and when: all of it follows from the plan, so that a journal can be held against it.
 * @param startSecond of the visit, from the phase's start
 */
export function visitReads(site: Site, index: number, startSecond: number): PlannedRead[] {
  switch (readerKind(index)) {
    case 'warga':
      return wargaReads(site, index, startSecond);
    case 'media':
      return mediaReads(site, index, startSecond);
    case 'scraper':
      return scraperReads(site, index, startSecond);
  }
}

function wargaReads(site: Site, index: number, start: number): PlannedRead[] {
  const election = electionOf(site, index);
  const { code } = kelurahanOf(site, index);
  const [kabkota, kecamatan] = [code.slice(0, 4), code.slice(0, 6)];
  return [
    ...oneByOne(start, [wilayahPath(election, '0'), paslonPath(election), resultPath(election, kabkota)]),
    ...oneByOne(start + DOWN_SECOND, [wilayahPath(election, kabkota), resultPath(election, kecamatan)]),
    ...REFRESH_SECONDS.map((after) => ({ second: start + after, path: resultPath(election, kecamatan) })),
  ];
}

/** The kab/kota and its kecamatan in every election, as soon as they are published. */
function mediaReads(site: Site, index: number, start: number): PlannedRead[] {
  const { code, kecamatan } = site.kabkota[index % site.kabkota.length] as Site['kabkota'][number];
  const areas = [code, ...kecamatan.slice(0, MOST_KECAMATAN_POLLED)];
  const first = Math.floor(start / PUBLICATION_SECOND) + 1;
  return Array.from({ length: POLLS }, (_, poll) =>
    oneByOne(
      (first + poll) * PUBLICATION_SECOND,
      site.elections.flatMap((election) => areas.map((area) => resultPath(election, area))),
    ),
  ).flat();
}

/** From the nation down to one kelurahan and all its TPS, as a scraper finds them. */
function scraperReads(site: Site, index: number, start: number): PlannedRead[] {
  const election = electionOf(site, index);
  const { code, tps } = kelurahanOf(site, index);
  const down = [2, 4, 6, 10].map((digits) => code.slice(0, digits));
  return oneByOne(start, [
    wilayahPath(election, '0'),
    ...down.flatMap((area) => [wilayahPath(election, area), resultPath(election, area)]),
    ...tps.slice(0, MOST_TPS_OF_WALK).map((kode) => resultPath(election, kode)),
  ]);
}

function electionOf({ elections }: Site, index: number): string {
  return elections[index % elections.length] as string;
}

/** Neighbours in order of arrival look at places far apart. */
function kelurahanOf({ kelurahan }: Site, index: number): Site['kelurahan'][number] {
  return kelurahan[
    Math.floor(index * 0.618 * kelurahan.length) % kelurahan.length
  ] as Site['kelurahan'][number];
}

function oneByOne(from: number, paths: readonly string[]): PlannedRead[] {
  return paths.map((path, i) => ({ second: from + i * FILE_SPACING_SECOND, path }));
}
