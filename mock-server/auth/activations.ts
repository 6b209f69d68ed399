import { ApiError } from '../contract/api-error.ts';
import { recordEvent } from '../store/record-event.ts';
import type { StoredEvent, UploadStore } from '../store/types.ts';

/** Events about the activation of an account have subjects that begin so. */
export const ACTIVATION_SUBJECTS = 'activation/';

export interface Activation {
  device: string;
  activatedAt: string;
}

/** Which accounts were activated, once and for good, and on which device. */
export interface Activations {
  /** @throws ApiError ACCOUNT_NOT_ACTIVATED where accounts must be activated and this one was not */
  require(username: string): void;
  /**
   * Resolves once it is durable; the same device again finds the first activation.
   * @throws ApiError ALREADY_ACTIVATED on another device, STORE_FULL, STORE_FAILED
   */
  activate(username: string, device: string): Promise<Activation>;
  /** Takes in what is stored. */
  apply(event: StoredEvent): void;
}

/** @param isRequired whether an account must be activated before it can log in */
export function createActivations(store: UploadStore, isRequired: boolean): Activations {
  const known = new Map<string, Activation>();

  function apply({ subject, body, storedAt }: StoredEvent): void {
    const { device } = body as { device: string };
    known.set(subject.slice(ACTIVATION_SUBJECTS.length), { device, activatedAt: storedAt });
  }

  /** @throws ApiError ALREADY_ACTIVATED */
  function sameDevice(activation: Activation, device: string): Activation {
    if (activation.device !== device) throw new ApiError('ALREADY_ACTIVATED');
    return activation;
  }

  return {
    require: (username) => {
      if (isRequired && !known.has(username)) throw new ApiError('ACCOUNT_NOT_ACTIVATED');
    },
    activate: async (username, device) => {
      const before = known.get(username);
      if (before) return sameDevice(before, device);
      const subject = ACTIVATION_SUBJECTS + username;
      try {
        const place = { subject, revision: 1, kind: 'activated', account: username };
        const event = await recordEvent(store, { ...place, body: { device } });
        apply(event);
      } catch (error) {
        if ((error as { code?: string }).code !== 'CHANGED_MEANWHILE') throw error;
        // Another request of this account was first.
        for (const event of await store.eventsOf(subject)) apply(event);
      }
      return sameDevice(known.get(username) as Activation, device);
    },
    apply,
  };
}
