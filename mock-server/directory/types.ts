import type { AccountRole, KecamatanSummary, Plan } from '../../fixtures/plan/types.ts';
import type { FormFigures } from '../public/form-figures.ts';
import type { PhotoMistakes } from './photo-mistakes.ts';

export interface Account {
  username: string;
  password: string;
  role: AccountRole;
  /** Code of what it reaches; the codes of everything below start with it. */
  scope: string;
}

export interface DocumentPage {
  type: string;
  /** 1-based. */
  page: number;
}

export interface Tps {
  kode: string;
  /** Code of the kecamatan. */
  kecamatan: string;
  /** Every page to be uploaded; TPS with the same documents share one array. */
  pages: readonly DocumentPage[];
  /** 0-based place among all TPS in order of kode. */
  index: number;
  /** Place of its first page among the pages of all TPS. */
  firstSlot: number;
  /** Row of its forms in `Directory.forms`. */
  form: number;
}

/** Who and what the plan knows: read once, never changed. */
export interface Directory {
  /** SHA-256 of plan.json. */
  planSha256: string;
  area: Pick<Plan['area'], 'code' | 'name'>;
  kecamatan: readonly Omit<KecamatanSummary, 'dpt'>[];
  elections: Plan['elections'];
  documentProfile: Plan['documentProfile'];
  /** What is written on the C.Hasil of every TPS. */
  forms: FormFigures;
  /** What is wrong with the plan's photos themselves. */
  photoMistakes: PhotoMistakes;
  account(username: string): Account | undefined;
  tps(kode: string): Tps | undefined;
  /** TPS below `scope` in order of kode, after `after`, at most `limit`. */
  tpsBelow(scope: string, after: string | undefined, limit: number): Tps[];
  /** All TPS in order of kode. */
  all: readonly Tps[];
  /** Pages over all TPS. */
  slots: number;
}
