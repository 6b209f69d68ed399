import { Command, Option } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';
import { EXIT } from '../exit-codes.ts';
import { runRound } from '../run/run-round.ts';
import { SIGNAL_MODES } from '../signal/play-signal.ts';
import { type CommandContext, say } from './context.ts';
import { positiveNumber } from './options.ts';
import { ProgressLine } from './progress-line.ts';

export function runCommand(context: CommandContext): Command {
  const command = new Command('run')
    .summary('drive a round against a target with k6')
    .description(
      'Drives a round or a named workload against a target with k6 and keeps the journal in a run folder.',
    )
    .requiredOption('--plan <folder>', 'plan folder from `generate`')
    .addOption(new Option('--round <1|2>', 'the round to run').choices(['1', '2'] as const))
    .addOption(
      new Option('--workload <name>', 'a named workload instead of a round').choices(['smoke'] as const),
    )
    .requiredOption('--target <url>', 'base URL of the recap API')
    .option('--speed <n>', 'time compression: plan seconds per real second', positiveNumber, 1)
    .option('--after <run>', 'audited run folder whose failures are tested first (round 2)')
    .option('--criteria <name|file>', 'criteria to judge by, fixed now (default: those of the workload)')
    .addOption(
      new Option(
        '--signal <mode>',
        'bad links for TPS with weak signal and kecamatan without: on, off, or one link for every TPS (default: on in round 2)',
      ).choices(SIGNAL_MODES),
    )
    .option('--k6 <path>', 'the k6 to use (default: our build, else one on the PATH, else build it)')
    .requiredOption('--out <folder>', 'new folder for the run')
    .addHelpText(
      'after',
      `
What follows -- goes to k6 as it is. The exit code is k6's own: 0 all thresholds held, 99 some did not, 105 interrupted.

Examples:
  $ uji-beban run --plan plans/palembang --round 1 --target http://127.0.0.1:8080 --speed 400 --out runs/r1
  $ uji-beban run --plan plans/palembang --round 2 --after runs/r1 --target http://127.0.0.1:8080 --speed 400 \\
      --out runs/r2 -- --out experimental-prometheus-rw`,
    );
  command.action(async (options) => {
    const workload = workloadOf(options.round, options.workload);
    if (options.after !== undefined && workload !== 'round-2') {
      throw new OperatorError(
        'USAGE',
        '--after goes with --round 2 only',
        'add --round 2 or leave --after out',
      );
    }
    const line = new ProgressLine(workload);
    const result = await runRound({
      ...options,
      signalMode: options.signal,
      workload,
      k6Options: context.k6Options,
      signal: context.signal,
      onOutput: (text) => process.stdout.write(text),
      onProgress: (progress) => line.show(progress),
    }).finally(() => line.end());
    const { runId, state, stateReason } = result.record;
    say(`run ${runId} ${state}${stateReason === null ? '' : ` (${stateReason})`}: ${result.folder}`);
    const out = /^[\w./-]+$/.test(options.out) ? options.out : `'${options.out}'`;
    say(`next: uji-beban audit ${out} && uji-beban verdict ${out} && uji-beban report ${out}`);
    context.setExitCode(result.k6ExitCode ?? EXIT.k6);
  });
  return command as unknown as Command;
}

function workloadOf(round: '1' | '2' | undefined, workload: 'smoke' | undefined): WorkloadName {
  if ((round === undefined) === (workload === undefined)) {
    throw new OperatorError('USAGE', 'run needs exactly one of --round and --workload', 'e.g. --round 1');
  }
  return workload ?? (round === '1' ? 'round-1' : 'round-2');
}
