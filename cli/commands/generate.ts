import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan, generateShard } from '../../fixtures/plan/generate.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { loadRegion } from '../../fixtures/regions/catalog.ts';
import { type CommandContext, say } from './context.ts';
import { photos, seed, sensor } from './options.ts';

export function generateCommand({ signal }: CommandContext): Command {
  const command = new Command('generate')
    .summary('write the plan of a region')
    .description(
      'Writes the plan folder of a region: every TPS, account, form, photo, mistake and planned time.',
    )
    .requiredOption('--region <slug|file>', 'region, see `uji-beban regions`, or the file of a profile')
    .option('--documents <slug|file>', "document profile, in place of the region's own")
    .option('--seed <n>', 'same seed, same bytes', seed, 20241012)
    .addOption(
      new Option(
        '--photos <none|pool:N|unique>',
        'photos to upload: none, N shared ones, or one for each upload',
      )
        .argParser(photos)
        .default(photos('pool:24'), 'pool:24'),
    )
    .addOption(
      new Option(
        '--sensor <published|phone>',
        'photos in the size in which results are published, or as a phone takes them',
      )
        .argParser(sensor)
        .default(sensor('published'), 'published'),
    )
    .option('--shards <n>', 'files to split the TPS and the accounts into', positiveWhole, 1)
    .option('--shard <k>', 'write only the files of shard k, from 1; see `join-shards`', positiveWhole)
    .requiredOption('--out <folder>', 'new folder for the plan')
    .addHelpText(
      'after',
      `
Examples:
  $ uji-beban generate --region palembang --seed 20241012 --out plans/palembang
  $ uji-beban generate --region kotawaringin-barat --photos unique --out plans/kobar
  $ uji-beban generate --region nasional --photos none --shards 8 --out plans/nasional
  $ uji-beban generate --region nasional --photos none --shards 8 --shard 3 --out plans/nasional-3`,
    );
  command.action(async ({ region: name, documents, photos, sensor, shard, ...options }) => {
    // The lines of a plan are garbage at once: a young generation that grew with them would triple the memory of a large plan.
    setFlagsFromString('--semi-space-growth-factor=1');
    const region = loadRegion(name, documents === undefined ? {} : { documents });
    const choice = photos.mode === 'none' ? photos : { ...photos, sensor };
    const all = { ...options, out: resolve(options.out), region, photos: choice, toolkit: TOOLKIT, signal };
    if (shard === undefined) return sayPlan(await generatePlan(all), all.out);
    if (shard > options.shards)
      throw new OperatorError(
        'USAGE',
        `There is no shard ${shard} of ${options.shards}.`,
        'Give --shards N and --shard K with K from 1 to N.',
      );
    const { files } = await generateShard({ ...all, shard: shard - 1 });
    say(`shard ${shard} of ${options.shards} of the plan of ${region.area.name}: ${all.out}`);
    for (const [file, { lines, bytes }] of Object.entries(files))
      say(`  ${file}: ${lines === null ? '' : `${lines} lines, `}${bytes} bytes`);
  });
  return command as unknown as Command;
}

/** What a plan holds, in a few lines. */
export function sayPlan(plan: Plan, out: string): void {
  const { counts } = plan;
  say(`plan of ${plan.area.name}, seed ${plan.seed}: ${out}`);
  say(
    `  ${counts.kecamatan} kecamatan, ${counts.kelurahan} kelurahan, ${counts.tps} TPS, ${counts.voters} voters`,
  );
  say(`  ${counts.documents} documents, ${counts.pages} pages to upload, ${counts.accounts} accounts`);
  const ways = plan.workload.arrivals.ways.map(({ way, count }) => `${count} ${way}`);
  say(`  ways of submission: ${ways.join(', ')}; weak signal at ${counts.weakSignal} TPS`);
  const mistakes = plan.mistakes.reduce((sum, { planned }) => sum + planned, 0);
  const shown = plan.mistakes.reduce((sum, { planned, carried }) => sum + (carried ? planned : 0), 0);
  say(`  ${mistakes} mistakes, ${shown} of them shown by the photos`);
  if (plan.photos === null) say('  without photos: this plan can be looked at, but not run');
}

function positiveWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}
