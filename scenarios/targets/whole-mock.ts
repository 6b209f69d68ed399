import { mockAdapterOf } from './mock.ts';
import { mockConfirm } from './mock-confirm.ts';
import { mockOffline } from './mock-offline.ts';
import { mockPleno } from './mock-pleno.ts';
import { mockPublicPages } from './mock-public-pages.ts';
import { mockRecords } from './mock-records.ts';

/** The mock's adapter with everything that the mock has. */
export const mockAdapter = mockAdapterOf({
  records: mockRecords,
  publicPages: mockPublicPages,
  offline: mockOffline,
  confirm: mockConfirm,
  pleno: mockPleno,
});
