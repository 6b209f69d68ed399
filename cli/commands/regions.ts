import { Command } from '@commander-js/extra-typings';
import { listRegions, loadRegion } from '../../fixtures/regions/catalog.ts';
import { type CommandContext, say } from './context.ts';
import { regionLines } from './region-lines.ts';

export function regionsCommand(_context: CommandContext): Command {
  const command = new Command('regions')
    .summary('list the regions, or show one')
    .description('Lists the regions a plan can be made of.')
    .addHelpText(
      'after',
      `
Examples:
  $ uji-beban regions
  $ uji-beban regions show palembang`,
    );
  command.action(() => {
    for (const slug of listRegions()) {
      const region = loadRegion(slug);
      say(`${slug.padEnd(24)} ${region.area.name}`);
    }
  });
  command
    .command('show')
    .description('show a region with every figure and where it comes from')
    .argument('<slug>', 'region')
    .action((slug) => {
      for (const line of regionLines(loadRegion(slug))) say(line);
    });
  return command as unknown as Command;
}
