import { Command } from '@commander-js/extra-typings';
import { regionSummaries } from '../../fixtures/regions/catalog.ts';
import { type CommandContext, say } from './context.ts';
import { checkRegionCommand } from './regions-check.ts';
import { newRegionCommand } from './regions-new.ts';
import { showRegionCommand } from './regions-show.ts';
import { tableLines } from './text-table.ts';

export function regionsCommand(_context: CommandContext): Command {
  const command = new Command('regions')
    .summary('list the regions, show one, or make and check your own')
    .description('Lists the regions a plan can be made of.')
    .addHelpText(
      'after',
      `
Examples:
  $ uji-beban regions
  $ uji-beban regions show kotabaru
  $ uji-beban regions new 1871 --tps 1400 --dpt 780000 --out bandar-lampung.yaml
  $ uji-beban regions check bandar-lampung.yaml
  $ uji-beban generate --region bandar-lampung.yaml --out plans/bandar-lampung`,
    );
  command.action(() => {
    const rows = regionSummaries().map(({ slug, code, name, tps }) => [slug, code, name, tps]);
    for (const line of tableLines([['region', 'kode', 'name', 'TPS'], ...rows], 0)) say(line);
  });
  command.addCommand(showRegionCommand());
  command.addCommand(newRegionCommand());
  command.addCommand(checkRegionCommand());
  return command as unknown as Command;
}
