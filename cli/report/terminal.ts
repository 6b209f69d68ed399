import type { Reporter } from './input.ts';
import { wordingFor } from './language/wording.ts';
import { reasonsFor } from './reading/reasons.ts';
import { withoutSecrets } from './reading/secrets.ts';
import { documentLines } from './terminal/document-lines.ts';
import { operationLines } from './terminal/operation-lines.ts';
import { plenoLines } from './terminal/pleno-lines.ts';
import { recoveryLines } from './terminal/recovery-lines.ts';
import { Screen } from './terminal/screen.ts';
import { signalLines } from './terminal/signal-lines.ts';
import { verdictLines } from './terminal/verdict-lines.ts';

const MAX_REASONS = 12;

/** The run on one screen: the verdict first, then what it rests on, then where to read more. */
export const reportTerminal: Reporter = (given, options) => {
  const input = { ...given, run: withoutSecrets(given.run) };
  const wording = wordingFor(options.lang, input.plan);
  const screen = new Screen(options.width, options.color);
  verdictLines(screen, input, wording);
  documentLines(screen, input, wording);
  plenoLines(screen, input, wording);
  operationLines(screen, input, wording);
  signalLines(screen, input, wording);
  recoveryLines(screen, input, wording);

  const reasons = reasonsFor(input, wording);
  if (reasons.length > 0) {
    screen.heading(wording.text('terminal.reasons'));
    for (const reason of reasons.slice(0, MAX_REASONS))
      screen.text(`· ${reason}`, { indent: 3, hanging: true });
    if (reasons.length > MAX_REASONS)
      screen.text(wording.text('terminal.more', { count: reasons.length - MAX_REASONS }), { indent: 3 });
  }
  if (options.files?.length) {
    screen.heading(wording.text('terminal.files'));
    for (const { name, path } of options.files) screen.row([{ text: name, width: 14 }, { text: path }]);
  }
  return screen.toString();
};
