import { fieldIds } from '../../fixtures/form/fields.ts';
import type { SessionForm } from '../form-plan.ts';
import type { ReadingAnswer } from '../targets/target.ts';

/**
 * The figures that stand otherwise on the paper than they were read, by field: what KPPS correct. A figure that was not read
 * at all is one of them, where something stands on the paper.
 */
export function differences(
  { pairs, figures }: Pick<SessionForm, 'pairs' | 'figures'>,
  read: ReadingAnswer['figures'],
): Record<string, number | null> {
  const ids = fieldIds(pairs);
  const different: Record<string, number | null> = {};
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place] as string;
    const written = figures[place] ?? null;
    if (written !== (read[id] ?? null)) different[id] = written;
  }
  return different;
}
