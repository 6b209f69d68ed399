import { mockAdapter } from './mock.ts';
import type { Adapter } from './target.ts';

let selected: Adapter = mockAdapter;

/**
 * Makes all scenarios of this k6 speak another API. A generated entry calls it before the scenario's own module is loaded, so
 * that the entries under `scenarios/` need not know which adapters there are.
 * @public
 * @throws Error for what is no adapter
 */
export function selectAdapter(adapter: Adapter): void {
  if (typeof adapter?.open !== 'function' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(adapter.name ?? '')) {
    throw new Error(
      'The adapter file must export `adapter`, with a `name` of small letters, digits and dashes, and a function `open`; see docs/targets.md.',
    );
  }
  selected = adapter;
}

/** The adapter that was selected, the mock's where none was. */
export function selectedAdapter(): Adapter {
  return selected;
}
