import { Command } from '@commander-js/extra-typings';
import { publishReport } from '../publish/publish-report.ts';
import { COLOUR, type CommandContext, say } from './context.ts';
import { LANGUAGE_OPTION } from './options.ts';

export function reportCommand(_context: CommandContext): Command {
  const command = new Command('report')
    .summary('write the reports of a judged run')
    .description(
      'Prints the summary of a judged run and writes report.html, report.json and junit.xml beside it.',
    )
    .argument('<run>', 'run folder')
    .option(...LANGUAGE_OPTION)
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban report runs/r1 --lang en`,
    );
  command.action(async (run, { lang }) => {
    say(await publishReport({ run, lang, color: COLOUR }));
  });
  return command as unknown as Command;
}
