import { CommanderError } from '@commander-js/extra-typings';
import { OperatorError } from '../fixtures/operator-error.ts';
import { EXIT, exitCodeOfError } from './exit-codes.ts';
import { createProgram } from './program.ts';

/** npm and wrappers pass a terminal's Ctrl-C on to us a second time; a person does not press twice this fast. */
const SAME_KEYPRESS_MS = 500;

const stopping = new AbortController();
let stoppedAt = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The first one lets every stage stop what it started and say so; the second one is meant.
    if (stopping.signal.aborted && Date.now() - stoppedAt > SAME_KEYPRESS_MS) process.exit(EXIT.interrupted);
    stoppedAt = Date.now();
    stopping.abort(
      new OperatorError('INTERRUPTED', `interrupted (${signal})`, 'run it again; what was finished is kept'),
    );
  });
}

// `uji-beban … | head` closes our output early. That ends no round: what it does stands in its folder.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const separator = argv.indexOf('--');
  const ours = separator === -1 ? argv : argv.slice(0, separator);
  try {
    const program = await createProgram(
      {
        signal: stopping.signal,
        k6Options: separator === -1 ? [] : argv.slice(separator + 1),
        setExitCode: (code) => {
          exitCode = code;
        },
      },
      ours[0],
    );
    await program.parseAsync(ours, { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has printed its own message by then.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof OperatorError) {
      process.stderr.write(`error: ${error.message}\n  what to do: ${error.remedy}\n`);
      return exitCodeOfError(error.code);
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.stderr.write(
      'This is a defect of uji-beban, not of your input; please report it with the lines above.\n',
    );
    return EXIT.internal;
  }
}
