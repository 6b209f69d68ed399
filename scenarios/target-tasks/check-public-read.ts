import { WITHOUT_PART } from '../targets/parts.ts';
import type { Target } from '../targets/target.ts';
import { type CheckStep, madeStep, omittedStep } from './check-step.ts';

/** Whether the published results can be read without a login, and say when they have not changed. */
export function checkPublicRead(target: Target): CheckStep[] {
  const planned = { name: 'public read', call: 'publicRead', expected: 'a page, without login' };
  const again = {
    name: 'public read again',
    call: 'publicRead',
    expected: 'unchanged since the first (304)',
  };
  const { publicEntry } = target;
  if (target.publicRead === undefined || publicEntry === undefined)
    return [omittedStep(planned, 'skipped', WITHOUT_PART.publicRead.en)];
  const page = target.publicRead(publicEntry, null);
  const first = madeStep(planned, page, page.errorClass === null, `${page.bytes} bytes of ${publicEntry}`);
  if (page.validator === null) return [first, omittedStep(again, 'skipped', 'the answer had no validator')];
  const second = target.publicRead(publicEntry, page.validator);
  return [first, madeStep(again, second, second.errorClass === null && second.unchanged, '')];
}
