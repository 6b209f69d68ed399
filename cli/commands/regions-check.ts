import { Command } from '@commander-js/extra-typings';
import { findDocuments, listDocumentProfiles } from '../../fixtures/documents/catalog.ts';
import { pagesOf } from '../../fixtures/documents/pages.ts';
import { DOCUMENT_PROFILE_KIND } from '../../fixtures/documents/profile.ts';
import { invalidProfile, loadRegion } from '../../fixtures/regions/catalog.ts';
import { figuresOf } from '../../fixtures/regions/figures.ts';
import { isFileName, kindOfFile } from '../../fixtures/regions/profile-file.ts';
import { say } from './context.ts';
import { grouped } from './text-table.ts';

export function checkRegionCommand(): Command {
  const command = new Command('check')
    .summary('explain every fault of a profile at file, line and column')
    .description(
      'Checks a region profile or a document profile, JSON or YAML. Every fault is told with file, line and column, and ends in exit code 2. A slug checks what comes with the toolkit.',
    )
    .argument('<file>', 'file of the profile (.json, .yaml), or the slug of one that comes with the toolkit')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban regions check my-region.yaml`,
    );
  command.action((file) => {
    const isDocuments = isFileName(file)
      ? kindOfFile(file) === DOCUMENT_PROFILE_KIND
      : listDocumentProfiles().includes(file);
    for (const line of isDocuments ? checkDocuments(file) : checkRegion(file)) say(line);
  });
  return command as unknown as Command;
}

function checkRegion(file: string): string[] {
  const profile = loadRegion(file);
  const { area, counts, tps, voters, documents } = profile;
  const figures = figuresOf(profile);
  const assumed = figures.filter(({ mark }) => mark === 'A').length;
  const pages = pagesOf(documents);
  return [
    `OK  ${file}`,
    `  ${area.name} (${area.code}): ${grouped(counts.kecamatan.value)} kecamatan, ${grouped(counts.kelurahan.value)} kelurahan, ${grouped(tps.value)} TPS, ${grouped(voters.dpt.value)} voters`,
    `  a TPS: ${documents.length} documents, ${pages} pages (${profile.documentProfile.value})`,
    `  ${grouped(figures.length)} figures, ${grouped(assumed)} of them assumed`,
  ];
}

function checkDocuments(file: string): string[] {
  const found = findDocuments(file, '.');
  if (!('profile' in found)) throw invalidProfile('faults' in found ? found.faults : []);
  const { slug, documents } = found.profile;
  return [`OK  ${file}`, `  document profile ${slug}: ${documents.length} documents`];
}
