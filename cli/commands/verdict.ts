import { Command } from '@commander-js/extra-typings';
import { exitCodeOfVerdict } from '../exit-codes.ts';
import { judgeFolder } from '../judge/judge-folder.ts';
import { type CommandContext, say } from './context.ts';

export function verdictCommand(context: CommandContext): Command {
  const command = new Command('verdict')
    .summary('judge an audited run')
    .description(
      'Judges an audited run: does it count, is it complete and true, is it good enough. Writes verdict.json.',
    )
    .argument('<run>', 'run folder')
    .option(
      '--criteria <name|file>',
      'name of built-in criteria or a YAML file (default: those fixed when the run started)',
    )
    .addHelpText(
      'after',
      `
Criteria other than those fixed before the start make a run INVALID.
Exit code 0 PASS, 1 FAIL, 3 INCONCLUSIVE, 4 INVALID.

Example:
  $ uji-beban verdict runs/r1 --criteria round-1`,
    );
  command.action(async (run, options) => {
    const verdict = await judgeFolder({ run, ...options });
    say(
      `${verdict.verdict}${verdict.exercise ? ' (exercise: against a simulator, never a certificate of readiness)' : ''}`,
    );
    for (const reason of verdict.reasons) say(`  ${reason}`);
    context.setExitCode(exitCodeOfVerdict(verdict.verdict));
  });
  return command as unknown as Command;
}
