import { Command } from '@commander-js/extra-typings';
import { auditCommand } from './commands/audit.ts';
import { compareCommand } from './commands/compare.ts';
import type { CommandContext } from './commands/context.ts';
import { doctorCommand } from './commands/doctor.ts';
import { generateCommand } from './commands/generate.ts';
import { regionsCommand } from './commands/regions.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { verdictCommand } from './commands/verdict.ts';
import { TOOLKIT } from './package-root.ts';

/** In the order in which a round goes through them. */
const COMMANDS = [
  regionsCommand,
  generateCommand,
  serveCommand,
  runCommand,
  auditCommand,
  verdictCommand,
  reportCommand,
  compareCommand,
  rehearseCommand,
  doctorCommand,
];

/** The whole command line. Nothing in it ends the process; usage errors come as CommanderError. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('uji-beban')
    .description(
      'Load tests and readiness evidence for Sirekap: plan a region, run both rounds with k6, account for every document.',
    )
    .version(TOOLKIT.version)
    .showHelpAfterError('(add --help for the options and an example)')
    .exitOverride();
  for (const declare of COMMANDS) program.addCommand(declare(context));
  // addCommand does not pass exitOverride on, and a subcommand's own usage error would end the process.
  for (const command of everyCommand(program))
    command.exitOverride().showHelpAfterError('(add --help for the options and an example)');
  return program;
}

function* everyCommand(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child as Command;
    yield* everyCommand(child as Command);
  }
}
