import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { exitCodeOfWorst } from '../exit-codes.ts';
import { publishComparison } from '../publish/publish-comparison.ts';
import { publishReport } from '../publish/publish-report.ts';
import { rehearse } from '../rehearse/rehearse.ts';
import { COLOUR, type CommandContext, say } from './context.ts';
import { LANGUAGE_OPTION, positiveNumber, seed } from './options.ts';
import { ProgressLines } from './progress-line.ts';

export function rehearseCommand(context: CommandContext): Command {
  const command = new Command('rehearse')
    .summary('the whole exercise: both rounds against the mock, to the report')
    .description(
      'Makes the plan, starts the mock, runs both rounds, audits, judges, compares and reports. What `make uji-beban` calls.',
    )
    .option('--region <slug>', 'region', 'palembang')
    .option('--seed <n>', 'seed of the plan', seed, 20241012)
    .option('--photos <n>', 'size of the photo pool', positiveNumber, 24)
    .option(
      '--speed <n>',
      'time compression; 400 puts the 12 hours of a round into under two minutes',
      positiveNumber,
      400,
    )
    .option('--plan <folder>', 'plan folder (default: plans/<region>-<seed>)')
    .option('--out <folder>', 'new folder for both runs (default: runs/<region>-<time>)')
    .option('--k6 <path>', 'the k6 to use')
    .option(...LANGUAGE_OPTION)
    .addHelpText(
      'after',
      `
Exit code: that of the worse of the two verdicts, see \`uji-beban verdict --help\`.

Example:
  $ uji-beban rehearse --region palembang`,
    );
  command.action(async (options) => {
    const lines = new ProgressLines();
    const time = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15);
    const { folder, rounds } = await rehearse({
      region: options.region,
      seed: options.seed,
      photoPool: Math.ceil(options.photos),
      speed: options.speed,
      plan: options.plan ?? join('plans', `${options.region}-${options.seed}`),
      out: options.out ?? join('runs', `${options.region}-${time}`),
      k6: options.k6,
      signal: context.signal,
      onStep: (text) => {
        lines.end();
        say(text.trimEnd());
      },
      onProgress: (workload, progress) => lines.show(workload, progress),
    }).finally(() => lines.end());
    for (const { run } of rounds) {
      say();
      say(await publishReport({ run: run.folder, lang: options.lang, color: COLOUR }));
    }
    say();
    say(
      await publishComparison({
        first: rounds[0].run.folder,
        second: rounds[1].run.folder,
        out: join(folder, 'comparison.html'),
        lang: options.lang,
        color: COLOUR,
      }),
    );
    context.setExitCode(exitCodeOfWorst(rounds.map(({ verdict }) => verdict.verdict)));
  });
  return command as unknown as Command;
}
