import { Command } from '@commander-js/extra-typings';
import { loadRegion } from '../../fixtures/regions/catalog.ts';
import { say } from './context.ts';
import { regionLines } from './region-lines.ts';

export function showRegionCommand(): Command {
  const command = new Command('show')
    .summary('show a region: its size, its load, every figure and where it comes from')
    .description(
      'Shows kecamatan, accounts, documents, ways of submission and mistakes of a region, the load that follows from them, and every figure with its source.',
    )
    .argument('<region>', 'region, or the file of a profile (.json, .yaml)')
    .option('--documents <profile>', "document profile in place of the region's own: a slug or a file")
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban regions show palembang --documents six-sheets`,
    );
  command.action((region, { documents }) => {
    for (const line of regionLines(loadRegion(region, documents === undefined ? {} : { documents })))
      say(line);
  });
  return command as unknown as Command;
}
