import type { Pair } from '../lang.ts';

/** Two runs side by side. */
export const COMPARE_SENTENCES = {
  'compare.title': { id: 'Perbandingan dua uji', en: 'Two runs compared' },
  'compare.first': { id: 'Uji pertama', en: 'First run' },
  'compare.second': { id: 'Uji kedua', en: 'Second run' },
  'compare.round': { id: 'Putaran {round}', en: 'Round {round}' },
  'compare.conclusion': {
    id: 'Terbukti membaik: {better} angka. Terbukti memburuk: {worse}. Dari {failed} unggahan yang gagal pada uji pertama, {again} gagal lagi; {anew} kegagalan baru.',
    en: 'Proven better: {better} figures. Proven worse: {worse}. Of {failed} uploads that failed in the first run, {again} failed again; {anew} new failures.',
  },
  'compare.incomparable': {
    id: 'Salah satu uji tidak sah: angkanya ditampilkan, tetapi tidak ada perubahan yang dinyatakan.',
    en: 'One of the runs is not valid: its figures are shown, but no change is claimed.',
  },
  'compare.notes': { id: 'Sebelum membaca selisihnya', en: 'Before reading the differences' },
  'compare.figures': { id: 'Angka berdampingan', en: 'Figures side by side' },
  'compare.figures.lead': {
    id: 'Selisih yang tidak lebih besar daripada derau tidak dinyatakan sebagai perubahan.',
    en: 'A difference no larger than noise is not called a change.',
  },
  'compare.metric': { id: 'Angka', en: 'Figure' },
  'compare.difference': { id: 'Selisih', en: 'Difference' },
  'compare.change': { id: 'Perubahan', en: 'Change' },
  'compare.points': { id: '{points} poin', en: '{points} points' },
  'compare.fates': { id: 'Nasib kegagalan uji pertama', en: 'What became of the first run’s failures' },
  'compare.fates.none': {
    id: 'Tidak ada kegagalan uji pertama yang dapat ditelusuri.',
    en: 'The first run has no failures to follow.',
  },
  'compare.fates.lead': {
    id: '{failed} unggahan tidak tersimpan utuh pada uji pertama. Uji ulang: {retest}. Tahap utama: {main}.',
    en: '{failed} uploads were not stored intact in the first run. Re-test: {retest}. Main phase: {main}.',
  },
  'compare.fates.stored': {
    id: '{stored} dari {tested} tersimpan utuh',
    en: '{stored} of {tested} stored intact',
  },
  'compare.fates.untested': { id: 'tidak diuji', en: 'not tested' },
  'compare.fates.first': { id: 'Uji pertama', en: 'First run' },
  'compare.fates.retest': { id: 'Uji ulang', en: 'Re-test' },
  'compare.fates.main': { id: 'Tahap utama', en: 'Main phase' },
  'compare.logins.lead': {
    id: '{failed} akun menyerah saat masuk pada uji pertama. Uji ulang: {retest}. Tahap masuk: {main}.',
    en: '{failed} accounts gave up logging in in the first run. Re-test: {retest}. Login phase: {main}.',
  },
  'compare.logins.accepted': {
    id: '{accepted} dari {tested} berhasil masuk',
    en: '{accepted} of {tested} got in',
  },
  'compare.logins.list': { id: 'Akun satu per satu', en: 'Accounts one by one' },
  'compare.logins.never': { id: 'tidak pernah masuk', en: 'never got in' },
  'compare.logins.given-up': { id: 'menyerah, masuk kemudian', en: 'gave up, got in later' },
  'compare.logins.in': { id: 'masuk', en: 'got in' },
  'compare.logins.out': { id: 'gagal masuk', en: 'did not get in' },
  'compare.logins.main': { id: 'Tahap masuk', en: 'Login phase' },
  'compare.fates.list': { id: 'Satu per satu', en: 'One by one' },
  'compare.shown': {
    id: '{shown} dari {total} ditampilkan.',
    en: '{shown} of {total} are shown.',
  },
  'compare.anew': { id: 'Kegagalan baru', en: 'New failures' },
  'compare.anew.none': { id: 'Tidak ada kegagalan baru.', en: 'There are no new failures.' },
  'compare.anew.lead': {
    id: '{count} temuan pada uji kedua yang tidak ada pada uji pertama.',
    en: '{count} findings of the second run that the first did not have.',
  },
  'compare.samePlan': { id: 'Rencana yang sama', en: 'The same plan' },
  'compare.otherPlan': { id: 'Rencana yang berbeda', en: 'Different plans' },
} as const satisfies Record<string, Pair>;
