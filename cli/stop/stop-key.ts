import { readFileSync } from 'node:fs';
import type { ReadStream } from 'node:tty';

/** Stops the run. A capital letter: it is not pressed by mistake. */
export const STOP_KEY = 'Q';

const CTRL_C = '\u0003';

/**
 * Listens for {@link STOP_KEY} at a terminal; elsewhere, and in the background of one, nothing happens. While it listens, keys are not shown.
 * @param onInterrupt Ctrl-C, which the terminal no longer turns into a signal
 */
export function listenForStopKey(
  input: ReadStream,
  onStop: () => void,
  onInterrupt: () => void,
  inForeground = isInForeground(),
): { end(): void } {
  if (!input.isTTY || !inForeground) return { end() {} };
  const onData = (data: Buffer) => {
    const keys = data.toString();
    if (keys.includes(CTRL_C)) onInterrupt();
    if (keys.includes(STOP_KEY)) onStop();
  };
  input.setRawMode(true);
  input.on('data', onData);
  input.resume();
  return {
    end() {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
    },
  };
}

/** Who touches a terminal from the background is stopped by the system, as `run … &` would be. */
function isInForeground(): boolean {
  try {
    // After the name in brackets: state, parent, process group, session, terminal, the terminal's foreground group.
    const [, , group, , , foreground] =
      readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return group === foreground;
  } catch {
    return true;
  }
}
