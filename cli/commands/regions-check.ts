import { Command } from '@commander-js/extra-typings';
import { examineDocuments } from '../../fixtures/documents/catalog.ts';
import { DOCUMENT_PROFILE_KIND } from '../../fixtures/documents/profile.ts';
import { invalidProfile } from '../../fixtures/regions/catalog.ts';
import { examineRegion } from '../../fixtures/regions/examine.ts';
import { figuresOf } from '../../fixtures/regions/figures.ts';
import { kindOfFile } from '../../fixtures/regions/profile-file.ts';
import { say } from './context.ts';
import { grouped } from './text-table.ts';

export function checkRegionCommand(): Command {
  const command = new Command('check')
    .summary('explain every fault of a profile at file, line and column')
    .description(
      'Checks a region profile or a document profile, JSON or YAML. Every fault is told with file, line and column, and ends in exit code 2.',
    )
    .argument('<file>', 'file of the profile')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban regions check my-region.yaml`,
    );
  command.action((file) => {
    for (const line of kindOfFile(file) === DOCUMENT_PROFILE_KIND ? checkDocuments(file) : checkRegion(file))
      say(line);
  });
  return command as unknown as Command;
}

function checkRegion(file: string): string[] {
  const { profile, faults } = examineRegion(file);
  if (profile === null) throw invalidProfile(faults);
  const { area, counts, tps, voters, documents } = profile;
  const figures = figuresOf(profile);
  const assumed = figures.filter(({ mark }) => mark === 'A').length;
  const pages = documents.reduce((sum, document) => sum + document.pages.value, 0);
  return [
    `OK  ${file}`,
    `  ${area.name} (${area.code}): ${grouped(counts.kecamatan.value)} kecamatan, ${grouped(counts.kelurahan.value)} kelurahan, ${grouped(tps.value)} TPS, ${grouped(voters.dpt.value)} voters`,
    `  a TPS: ${documents.length} documents, ${pages} pages (${profile.documentProfile.value})`,
    `  ${grouped(figures.length)} figures, ${grouped(assumed)} of them assumed`,
  ];
}

function checkDocuments(file: string): string[] {
  const examined = examineDocuments(file);
  if ('faults' in examined) throw invalidProfile(examined.faults);
  const { slug, documents } = examined.profile;
  return [`OK  ${file}`, `  document profile ${slug}: ${documents.length} documents`];
}
