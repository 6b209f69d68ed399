import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { FailureLimit } from '../../scenarios/permission/permission.ts';
import { LOOKED_AT } from '../authorisation/failure-window.ts';
import { DEFAULT_STOP_FILE } from '../stop/stop-file.ts';

/** Options that say how a target is reached, as every command that reaches one has them. */
export const ADAPTER_OPTION = new Option(
  '--adapter <mock|file>',
  'what speaks to the target: that of the mock, or a .ts file of your own',
).default('mock' as const);

export const AUTHORISATION_OPTION = new Option(
  '--authorisation <file>',
  'who permits load on which hosts, when and how much; without it load goes to loopback only',
);

export const SECRETS_OPTION = new Option(
  '--secrets <file>',
  'credentials in place of the plan’s, username,password a line; readable by you alone',
);

export const STOP_FILE_OPTION = new Option(
  '--stop-file <file>',
  'stops the run when it appears, see `uji-beban stop`',
).default(DEFAULT_STOP_FILE);

export const STOP_WHEN_FAILING_OPTION = new Option(
  '--stop-when-failing <share>',
  `stops the run when more attempts than this fail, of those of the last ${LOOKED_AT.withinSecond} s`,
).argParser(failureLimit);

function failureLimit(text: string): FailureLimit {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  const failedShare = percent === undefined ? Number(text) : Number(percent) / 100;
  if (text.trim() === '' || !(failedShare >= 0 && failedShare < 1))
    throw new InvalidArgumentError('It must be a share from 0 to below 1, e.g. 0.5 or 50%.');
  return { failedShare, ...LOOKED_AT };
}
