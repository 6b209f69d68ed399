import type { Adapter } from './target.ts';

/** What an adapter's file exports, once it is sure to be one. @throws Error for what is no adapter */
export function checkedAdapter(adapter: Adapter): Adapter {
  if (typeof adapter?.open !== 'function' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(adapter.name ?? '')) {
    throw new Error(
      'The adapter file must export `adapter`, with a `name` of small letters, digits and dashes, and a function `open`; see docs/targets.md.',
    );
  }
  return adapter;
}
