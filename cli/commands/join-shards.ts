import { resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { joinShards } from '../../fixtures/plan/join-shards.ts';
import type { CommandContext } from './context.ts';
import { sayPlan } from './generate.ts';

export function joinShardsCommand(_context: CommandContext): Command {
  const command = new Command('join-shards')
    .summary('make one plan of shards that were generated apart')
    .description(
      'Makes one plan of all its shards, byte for byte what one run would have made. Every file is checked.',
    )
    .argument('<folders...>', 'the folders that `generate --shard` made, in any order')
    .requiredOption('--out <folder>', 'new folder for the plan')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban join-shards plans/nasional-1 plans/nasional-2 --out plans/nasional`,
    );
  command.action(async (folders, { out }) => {
    const folder = resolve(out);
    sayPlan(
      await joinShards(
        folders.map((each) => resolve(each)),
        folder,
      ),
      folder,
    );
  });
  return command as unknown as Command;
}
