import type { RunStop } from '../../run-folder/types.ts';
import { STOP_CAUSES } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';

/** Who or what stopped a run, and why, in one line. The reason is in the words of whoever gave it. */
export function stopText({ cause, by, reason }: RunStop, wording: Wording): string {
  const text = wording.text('stop.by', { cause: wording.pick(STOP_CAUSES[cause]), by });
  return reason === null ? text : `${text}: ${reason}`;
}
