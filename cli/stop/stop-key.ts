import type { ReadStream } from 'node:tty';

/** Stops the run. A capital letter: it is not pressed by mistake. */
export const STOP_KEY = 'Q';

const CTRL_C = '\u0003';

/**
 * Listens for {@link STOP_KEY} at a terminal; elsewhere nothing happens. While it listens, keys are not shown.
 * @param onInterrupt Ctrl-C, which the terminal no longer turns into a signal
 */
export function listenForStopKey(
  input: ReadStream,
  onStop: () => void,
  onInterrupt: () => void,
): { end(): void } {
  if (!input.isTTY) return { end() {} };
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
