import { Command } from '@commander-js/extra-typings';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { removeStopFile, writeStopFile } from '../stop/stop-file.ts';
import { type CommandContext, say } from './context.ts';
import { STOP_FILE_OPTION } from './target-options.ts';

export function stopCommand(_context: CommandContext): Command {
  const command = new Command('stop')
    .summary('stop every run on this machine')
    .description(
      'Stops every run on this machine within 2 s and keeps new ones from starting, until it is released.',
    )
    .argument('[reason]', 'goes into the run folders and reports')
    .option('--release', 'let runs start again', false)
    .addOption(STOP_FILE_OPTION)
    .addHelpText(
      'after',
      `
A run is also stopped by the key Q at its terminal, and by an empty file made by any other means: touch FILE.

Examples:
  $ uji-beban stop "the help desk is overrun"
  $ uji-beban stop --release`,
    );
  command.action((reason, { release, stopFile }) => {
    if (!release) {
      const { by } = writeStopFile(stopFile, reason ?? null);
      say(`stopped by ${by}: ${stopFile}`);
      say('runs start again after: uji-beban stop --release');
      return;
    }
    if (reason !== undefined)
      throw new OperatorError('USAGE', '--release takes no reason', 'leave one of them out');
    say(removeStopFile(stopFile) ? `released: ${stopFile} is gone` : `nothing was stopped by ${stopFile}`);
  });
  return command as unknown as Command;
}
