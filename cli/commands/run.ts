import { Command, Option } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { FLOW_NAMES, FLOWS } from '../../scenarios/flows/catalog.ts';
import { SMOKE_SPEED } from '../../scenarios/workloads/named.ts';
import { WORKLOAD_NAMES, type WorkloadName } from '../../scenarios/workloads/phase.ts';
import { EXIT } from '../exit-codes.ts';
import { runRound } from '../run/run-round.ts';
import { SIGNAL_MODES } from '../signal/play-signal.ts';
import { listenForStopKey, STOP_KEY } from '../stop/stop-key.ts';
import { type CommandContext, say } from './context.ts';
import { positiveNumber } from './options.ts';
import { ProgressLine } from './progress-line.ts';
import {
  ADAPTER_OPTION,
  AUTHORISATION_OPTION,
  SECRETS_OPTION,
  STOP_FILE_OPTION,
  STOP_WHEN_FAILING_OPTION,
} from './target-options.ts';

export function runCommand(context: CommandContext): Command {
  const command = new Command('run')
    .summary('drive a round against a target with k6')
    .description(
      'Drives a round or a named workload against a target with k6 and keeps the journal in a run folder.',
    )
    .requiredOption('--plan <folder>', 'plan folder from `generate`')
    .addOption(new Option('--round <1|2>', 'the round to run').choices(['1', '2'] as const))
    .addOption(
      new Option('--workload <name>', 'a named workload instead of a round').choices(NAMED_WORKLOADS),
    )
    .addOption(
      new Option('--flow <name>', 'who does what; see below').choices(FLOW_NAMES).default('kpps' as const),
    )
    .option('--readers', 'readers of the published results beside the uploads of a round', false)
    .option('--kecamatan <name|code>', 'ask only this kecamatan; may be repeated', several, [])
    .option('--kelurahan <name|code>', 'ask only this kelurahan or desa; may be repeated', several, [])
    .option('--tps <code>', 'ask only this TPS (13 digits); may be repeated', several, [])
    .requiredOption('--target <url>', 'base URL of the recap API')
    .option(
      '--speed <n>',
      `time compression: plan seconds per real second (default: 1; smoke ${SMOKE_SPEED})`,
      positiveNumber,
    )
    .option('--after <run>', 'audited run folder whose failures are tested first (round 2)')
    .option('--criteria <name|file>', 'criteria to judge by, fixed now (default: those of flow and workload)')
    .addOption(ADAPTER_OPTION)
    .addOption(AUTHORISATION_OPTION)
    .addOption(SECRETS_OPTION)
    .addOption(
      new Option(
        '--signal <mode>',
        'bad links for TPS with weak signal and kecamatan without: on, off, or one link for every TPS (default: on in round 2)',
      ).choices(SIGNAL_MODES),
    )
    .addOption(STOP_FILE_OPTION)
    .addOption(STOP_WHEN_FAILING_OPTION)
    .option('--k6 <path>', 'the k6 to use (default: our build, else one on the PATH, else build it)')
    .requiredOption('--out <folder>', 'new folder for the run')
    .addHelpText(
      'after',
      `
What follows -- goes to k6 as it is. The exit code is k6's own: 0 all thresholds held, 99 some did not, 105 interrupted;
19 where the run was stopped. The key ${STOP_KEY} at this terminal stops it at once, and so does \`uji-beban stop\` anywhere on this machine.

Flows:
${FLOW_NAMES.map((name) => `  ${name.padEnd(17)} ${FLOWS[name].about}`).join('\n')}

Examples:
  $ uji-beban run --plan plans/palembang --round 1 --target http://127.0.0.1:8080 --speed 400 --out runs/r1
  $ uji-beban run --plan plans/palembang --round 2 --after runs/r1 --target http://127.0.0.1:8080 --speed 400 \\
      --out runs/r2 -- --out experimental-prometheus-rw
  $ uji-beban run --plan plans/palembang --workload stress --flow kpps --kecamatan 'Ilir Barat Satu' --speed 60 \\
      --target http://127.0.0.1:8080 --out runs/stress`,
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
    const { kecamatan, kelurahan, tps } = options;
    const line = new ProgressLine(workload);
    const stopKey = new AbortController();
    const keys = listenForStopKey(
      process.stdin,
      () => stopKey.abort(),
      () => process.kill(process.pid, 'SIGINT'),
    );
    const result = await runRound({
      ...options,
      speed: options.speed ?? (workload === 'smoke' ? SMOKE_SPEED : 1),
      signalMode: options.signal,
      workload,
      areas: { kecamatan, kelurahan, tps },
      failureLimit: options.stopWhenFailing,
      stopKey: stopKey.signal,
      k6Options: context.k6Options,
      signal: context.signal,
      onOutput: (text) => process.stdout.write(text),
      onProgress: (progress) => line.show(progress),
    }).finally(() => {
      keys.end();
      line.end();
    });
    const { runId, state, stateReason } = result.record;
    say(`run ${runId} ${state}${stateReason === null ? '' : ` (${stateReason})`}: ${result.folder}`);
    const out = /^[\w./-]+$/.test(options.out) ? options.out : `'${options.out}'`;
    say(`next: uji-beban audit ${out} && uji-beban verdict ${out} && uji-beban report ${out}`);
    context.setExitCode(state === 'stopped' ? EXIT.stopped : (result.k6ExitCode ?? EXIT.k6));
  });
  return command as unknown as Command;
}

/** The rounds have an option of their own. */
const NAMED_WORKLOADS = WORKLOAD_NAMES.filter((name) => name !== 'round-1' && name !== 'round-2');

function several(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function workloadOf(round: '1' | '2' | undefined, workload: WorkloadName | undefined): WorkloadName {
  if ((round === undefined) === (workload === undefined)) {
    throw new OperatorError('USAGE', 'run needs exactly one of --round and --workload', 'e.g. --round 1');
  }
  return workload ?? (round === '1' ? 'round-1' : 'round-2');
}
