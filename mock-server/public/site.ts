import type { Directory, Tps } from '../directory/types.ts';
import type { FormRecords } from '../forms/types.ts';
import { type ElectionForm, electionForms } from '../pleno/election-forms.ts';
import type { PublishedPlenos } from '../pleno/plenos.ts';
import { areaFile } from './area-file.ts';
import { areasOf, KECAMATAN_LEVEL } from './areas.ts';
import { kabkotaDHasil, kecamatanDHasil, type PublishedResults } from './d-hasil-file.ts';
import { FileCache } from './file-cache.ts';
import { createKeptFigures, type KeptFigures } from './kept-figures.ts';
import { paslonFile } from './paslon-file.ts';
import { latestPublication, publicationText } from './publication-clock.ts';
import { PublishedFile } from './published-file.ts';
import { type Resource, resourceOf } from './resource.ts';
import { createResults } from './results.ts';
import type { ElectionSums } from './tally.ts';
import { tpsFile } from './tps-file.ts';
import { wilayahFile } from './wilayah-file.ts';

export interface PublicSiteOptions {
  directory: Directory;
  /** What it holds already is in the first publication. */
  book: FormRecords;
  /** What plenos publish; without it none does. */
  plenos?: PublishedPlenos;
  /** Seconds between publications; 0: each request sees the newest. */
  publishEverySecond: number;
  /** Epoch ms. */
  now?: () => number;
}

/** The public pages: a publication stands, whatever is uploaded or corrected, until the next. */
export interface PublicSite {
  /** The file of a path without query; null where there is none. */
  file(path: string): PublishedFile | null;
}

interface Publication {
  at: number;
  sums: ElectionSums[];
  plenos: PublishedResults;
  figures: KeptFigures;
  files: FileCache;
}

/** A reader may keep a file so many seconds, or until the next publication where that is sooner (A). */
const MAX_AGE_SECOND = 60;

/**
 * Publishes on demand, not by a timer: the first change of a form or request after a moment of publication freezes the results as
 * they stood then, before anything else is done. So a busy event loop can never let a later change into an earlier
 * publication. A start publishes at once what is known, under the time of the start.
 */
export function createPublicSite(options: PublicSiteOptions): PublicSite {
  const { directory, book, plenos, publishEverySecond, now = Date.now } = options;
  const areas = areasOf(directory);
  const results = createResults(directory, areas, book);
  const maxAge = Math.min(MAX_AGE_SECOND, publishEverySecond);
  const cacheControl = maxAge === 0 ? 'no-cache' : `public, max-age=${maxAge}`;
  const startedAt = now();
  const forms = electionForms(directory);
  const unchanging = new FileCache();
  let changed = false;
  let current = publish(startedAt);

  function publish(at: number): Publication {
    changed = false;
    return {
      at,
      sums: results.frozen(),
      plenos: new Map(plenos?.now()),
      figures: createKeptFigures(book),
      files: new FileCache(),
    };
  }

  function publishIfDue(): void {
    if (publishEverySecond === 0) {
      if (changed) current = publish(now());
      return;
    }
    const due = latestPublication(now(), publishEverySecond);
    if (due > current.at) current = publish(due);
  }

  book.willChange((tps, election) => {
    if (publishEverySecond > 0) {
      publishIfDue();
      if (current.sums[election]?.published[tps.index] === 1) current.figures.keep(tps, election);
    }
    results.leave(tps, election);
  });
  book.onChange((tps, election) => {
    results.enter(tps, election);
    changed = true;
  });

  plenos?.beforeChange(() => {
    if (publishEverySecond > 0) publishIfDue();
    changed = true;
  });

  function content(resource: Resource): unknown {
    const election = directory.elections[resource.election];
    const sums = current.sums[resource.election];
    if (!election || !sums) return null;
    const form = forms[resource.election] as ElectionForm;
    const ts = publicationText(current.at);
    const figure = (tps: Tps, field: string) => current.figures.figure(tps, resource.election, field);
    switch (resource.kind) {
      case 'wilayah':
        return wilayahFile(resource.area, directory);
      case 'paslon':
        return paslonFile(election, directory.kecamatan);
      case 'd-hasil': {
        const context = { election, form, published: current.plenos, ts };
        return resource.area.level === KECAMATAN_LEVEL
          ? kecamatanDHasil(resource.area, context, directory)
          : kabkotaDHasil(resource.area, context);
      }
      case 'area':
        return areaFile(resource.area, election, sums, directory, figure, ts);
      case 'tps':
        return tpsFile(
          resource.tps,
          resource.election,
          sums.published[resource.tps.index] === 1,
          directory,
          (field) => figure(resource.tps, field),
          ts,
        );
    }
  }

  return {
    file: (path) => {
      publishIfDue();
      const known = current.files.get(path) ?? unchanging.get(path);
      if (known) return known;
      const resource = resourceOf(path, directory, areas);
      if (!resource) return null;
      const isResult = resource.kind !== 'wilayah' && resource.kind !== 'paslon';
      const file = new PublishedFile(content(resource), isResult ? current.at : startedAt, cacheControl);
      (isResult ? current.files : unchanging).add(path, file);
      return file;
    },
  };
}
