import type { SessionForm } from '../form-plan.ts';
import type { PlenoFormOf, Upload } from '../targets/target.ts';

/** One form in the pleno of the TPS's kecamatan. */
export interface CheckPlenary {
  /** The PPK's admin. */
  account: { username: string; password: string };
  form: PlenoFormOf;
  /** As counted, by field. */
  figures: Record<string, number>;
}

/** What a check sends, of one TPS of the plan. */
export interface CheckMaterial {
  run: string;
  account: { username: string; password: string };
  admin: { username: string; password: string } | null;
  tps: string;
  /** In order; each is sent once, the first one twice. */
  uploads: Upload[];
  /** The multipart body of an upload. */
  bodyOf(place: number): Uint8Array;
  contentType: string;
  /** The multipart body of all uploads at once, each in a part with this head. */
  batch(heads: readonly string[]): { form: Uint8Array; contentType: string };
  /** C.Hasil of the TPS, as they stand on paper. */
  forms: readonly SessionForm[];
  /** Waits half a second. */
  pause(): void;
  /** null where the plan has no PPK that holds the pleno on Sirekap Web. */
  plenary: CheckPlenary | null;
}
