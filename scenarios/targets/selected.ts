import { checkedAdapter } from './checked-adapter.ts';
import type { Adapter } from './target.ts';
import { mockAdapter } from './whole-mock.ts';

let selected: Adapter = mockAdapter;

/**
 * Makes all scenarios of this k6 speak another API. A generated entry calls it before the scenario's own module is loaded, so
 * that the entries under `scenarios/` need not know which adapters there are.
 * @public
 * @throws Error for what is no adapter
 */
export function selectAdapter(adapter: Adapter): void {
  selected = checkedAdapter(adapter);
}

/** The adapter that was selected, the mock's where none was. */
export function selectedAdapter(): Adapter {
  return selected;
}
