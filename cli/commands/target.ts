import { Command } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { CheckStep, StepResult } from '../../scenarios/target-tasks/check-step.ts';
import { EXIT } from '../exit-codes.ts';
import { checkTarget } from '../targets/check/check-target.ts';
import { type CommandContext, say, styled } from './context.ts';
import { ADAPTER_OPTION, AUTHORISATION_OPTION, SECRETS_OPTION, STOP_FILE_OPTION } from './target-options.ts';

export function targetCommand(context: CommandContext): Command {
  const command = new Command('target')
    .summary('check a target and the adapter that speaks to it')
    .description('Checks a target and the adapter that speaks to it, before any load is sent.');
  command.addCommand(checkCommand(context));
  command.action(() => {
    throw new OperatorError('USAGE', 'target needs to be told what to do', 'uji-beban target check --help');
  });
  return command as unknown as Command;
}

function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .summary('go through the contract with one TPS')
    .description(
      'Goes through the contract with the first TPS of a plan, step by step, and says which call broke it and how. It leaves the documents of that TPS at the target.',
    )
    .requiredOption('--target <url>', 'base URL of the recap API')
    .addOption(ADAPTER_OPTION)
    .option('--plan <folder>', 'plan folder (default: one of Palembang as `generate` makes it)')
    .addOption(AUTHORISATION_OPTION)
    .addOption(SECRETS_OPTION)
    .addOption(STOP_FILE_OPTION)
    .option('--k6 <path>', 'the k6 to use')
    .option('--json', 'print the result as JSON', false)
    .addHelpText(
      'after',
      `
Exit code 0 when every step the adapter has a part for was as the contract says, 12 when one was not.
The adapter runs in k6, as in a round. What follows -- goes to k6 as it is.

Examples:
  $ uji-beban target check --target http://127.0.0.1:8080
  $ uji-beban target check --target https://uji.example.id --adapter my-adapter.ts --authorisation izin.yaml --plan plans/palembang`,
    );
  command.action(async ({ json, ...options }) => {
    const check = await checkTarget({
      ...options,
      k6Options: context.k6Options,
      signal: context.signal,
    });
    if (json) say(JSON.stringify(check, null, 2));
    else {
      for (const step of check.steps) printStep(step);
      const broken = check.steps.filter(({ result }) => result === 'broken').length;
      say();
      say(
        check.kept
          ? `${check.url} keeps the contract of adapter ${check.adapter}, as far as it has parts`
          : `${check.url} breaks the contract of adapter ${check.adapter} in ${broken} steps`,
      );
      say(`the uploads of this check have keys that begin with ${check.runId}.`);
    }
    context.setExitCode(check.kept ? EXIT.ok : EXIT.target);
  });
  return command as unknown as Command;
}

const MARKS: Record<StepResult, string> = {
  kept: styled('green', 'ok          '),
  broken: styled('red', 'broken      '),
  skipped: styled('dim', 'skipped     '),
  'not-reached': styled('yellow', 'not reached '),
};

function printStep({ name, call, expected, result, came, durationMs }: CheckStep): void {
  const took = durationMs === null ? '' : ` (${durationMs.toFixed(0)} ms)`;
  say(`${MARKS[result]}${name}${took}`);
  if (result === 'kept') return;
  if (result === 'broken') say(`              ${call}: expected ${expected}`);
  say(`              ${result === 'broken' ? `${call}: came     ` : ''}${came}`);
}
