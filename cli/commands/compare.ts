import { Command } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { publishComparison } from '../publish/publish-comparison.ts';
import { COLOUR, type CommandContext, say } from './context.ts';
import { LANGUAGE_OPTION } from './options.ts';

export function compareCommand(_context: CommandContext): Command {
  const command = new Command('compare')
    .summary('hold two judged runs side by side')
    .description(
      'Holds two judged runs side by side: every figure, and what became of the documents that failed in the first.',
    )
    .argument('<run1>', 'run folder of the earlier run')
    .argument('<run2>', 'run folder of the later run')
    .option('--out <file>', 'HTML page to write (default: comparison.html in the later run)')
    .option(...LANGUAGE_OPTION)
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban compare runs/r1 runs/r2`,
    );
  command.action(async (first, second, options) => {
    if (options.out?.endsWith('.json')) {
      throw new OperatorError(
        'USAGE',
        `--out ${options.out} names the page, and comparison.json stands beside it`,
        'give it another ending, e.g. .html',
      );
    }
    say(await publishComparison({ first, second, color: COLOUR, ...options }));
  });
  return command as unknown as Command;
}
