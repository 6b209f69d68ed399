import { reportHtml } from './html.ts';
import type { Reporter } from './input.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportTerminal } from './terminal.ts';

/** Every way to report a run, by name. Each is a pure function of the run and the options. */
export const REPORTERS = {
  terminal: reportTerminal,
  json: reportJson,
  junit: reportJunit,
  html: reportHtml,
} as const satisfies Record<string, Reporter>;
