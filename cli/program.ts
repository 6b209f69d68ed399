import { Command } from '@commander-js/extra-typings';
import { TOOLKIT } from '../fixtures/package-root.ts';
import type { CommandContext } from './commands/context.ts';

/**
 * In the order in which a round goes through them. Loaded when called: together they take longer to load than most of
 * them to run.
 */
const COMMANDS: Record<string, (context: CommandContext) => Promise<Command>> = {
  regions: async (context) => (await import('./commands/regions.ts')).regionsCommand(context),
  generate: async (context) => (await import('./commands/generate.ts')).generateCommand(context),
  'join-shards': async (context) => (await import('./commands/join-shards.ts')).joinShardsCommand(context),
  'pleno-file': async (context) => (await import('./commands/pleno-file.ts')).plenoFileCommand(context),
  serve: async (context) => (await import('./commands/serve.ts')).serveCommand(context),
  run: async (context) => (await import('./commands/run.ts')).runCommand(context),
  audit: async (context) => (await import('./commands/audit.ts')).auditCommand(context),
  verdict: async (context) => (await import('./commands/verdict.ts')).verdictCommand(context),
  report: async (context) => (await import('./commands/report.ts')).reportCommand(context),
  compare: async (context) => (await import('./commands/compare.ts')).compareCommand(context),
  target: async (context) => (await import('./commands/target.ts')).targetCommand(context),
  stop: async (context) => (await import('./commands/stop.ts')).stopCommand(context),
  rehearse: async (context) => (await import('./commands/rehearse.ts')).rehearseCommand(context),
  doctor: async (context) => (await import('./commands/doctor.ts')).doctorCommand(context),
};

const HELP_HINT = '(add --help for the options and an example)';

/**
 * The command line, with the command that is called, or with all of them where none is. Nothing in it ends the
 * process; usage errors come as CommanderError.
 * @param called the first argument
 */
export async function createProgram(context: CommandContext, called: string | undefined): Promise<Command> {
  const program = new Command('uji-beban')
    .description(
      'Load tests and readiness evidence for Sirekap: plan a region, run both rounds with k6, account for every document.',
    )
    .version(TOOLKIT.version)
    .showHelpAfterError(HELP_HINT)
    .exitOverride();
  const one = called === undefined ? undefined : COMMANDS[called];
  for (const declare of one === undefined ? Object.values(COMMANDS) : [one]) {
    program.addCommand(await declare(context));
  }
  // addCommand does not pass exitOverride on, and a subcommand's own usage error would end the process.
  for (const command of everyCommand(program)) command.exitOverride().showHelpAfterError(HELP_HINT);
  return program;
}

function* everyCommand(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child as Command;
    yield* everyCommand(child as Command);
  }
}
