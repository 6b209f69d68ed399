import { styleText } from 'node:util';

/** What a command gets from `main.ts` besides its options. */
export interface CommandContext {
  /** Aborted by Ctrl-C, SIGTERM or SIGHUP. */
  signal: AbortSignal;
  /** Options for k6: what follows `--` on the command line. */
  k6Options: string[];
  /** The command's exit code; 0 unless it says otherwise. */
  setExitCode(code: number): void;
}

/** Whether standard output is a terminal that shows colours. */
export const COLOUR = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** Text in a style where colours show, else as it is. */
export function styled(style: Parameters<typeof styleText>[0], text: string): string {
  return COLOUR ? styleText(style, text) : text;
}

/** Prints a line to standard output. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}
