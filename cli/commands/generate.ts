import { resolve } from 'node:path';
import { Command, Option } from '@commander-js/extra-typings';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { type CommandContext, say } from './context.ts';
import { type PhotoChoice, photos, seed } from './options.ts';

export function generateCommand({ signal }: CommandContext): Command {
  const command = new Command('generate')
    .summary('write the plan of a region')
    .description('Writes the plan folder of a region: every TPS, account, form, photo and planned time.')
    .requiredOption('--region <slug>', 'region, see `uji-beban regions`')
    .option('--seed <n>', 'same seed, same bytes', seed, 20241012)
    .addOption(
      new Option('--photos <none|pool:N>', 'photos to upload')
        .argParser(photos)
        .default({ mode: 'pool', size: 24 } as PhotoChoice, 'pool:24'),
    )
    .requiredOption('--out <folder>', 'new folder for the plan')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban generate --region palembang --seed 20241012 --out plans/palembang`,
    );
  command.action(async (options) => {
    const out = resolve(options.out);
    const plan = await generatePlan({ ...options, out, toolkit: TOOLKIT, signal });
    const { counts } = plan;
    say(`plan of ${plan.area.name}, seed ${plan.seed}: ${out}`);
    say(
      `  ${counts.kecamatan} kecamatan, ${counts.kelurahan} kelurahan, ${counts.tps} TPS, ${counts.voters} voters`,
    );
    say(`  ${counts.documents} documents, ${counts.pages} pages to upload, ${counts.accounts} accounts`);
    if (plan.photos === null) say('  without photos: this plan can be looked at, but not run');
  });
  return command as unknown as Command;
}
