/** The parts of a target that an adapter may lack. */
export const OPTIONAL_PARTS = [
  'health',
  'readBack',
  'uploadTwice',
  'publicRead',
  'refresh',
  'offline',
  'confirm',
  'pleno',
  'disturb',
] as const;

export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/** What a run against a target without the part cannot say. Reports and verdicts show it. */
export const WITHOUT_PART: Record<OptionalPart, { id: string; en: string }> = {
  health: {
    id: 'Adaptor tidak menanyakan identitas sasaran: perangkat lunak, versi, dan jamnya tidak diketahui.',
    en: 'The adapter does not ask the target who it is: its software, version and clock are unknown.',
  },
  readBack: {
    id: 'Adaptor tidak membaca kembali unggahan: tidak dapat dinilai apakah yang diterima benar-benar tersimpan utuh.',
    en: 'The adapter reads no uploads back: whether what was acknowledged is stored intact cannot be judged.',
  },
  uploadTwice: {
    id: 'Adaptor tidak dapat mengirim unggahan yang sama dua kali sekaligus: ketukan ganda tidak dinilai.',
    en: 'The adapter cannot send the same upload twice at once: double taps are not judged.',
  },
  publicRead: {
    id: 'Adaptor tidak membaca halaman publik: keterbukaan hasil bagi publik tidak dinilai.',
    en: 'The adapter reads no public pages: whether the public could see the results is not judged.',
  },
  refresh: {
    id: 'Adaptor tidak memperpanjang sesi: ponsel yang tokennya kedaluwarsa selalu masuk lagi dengan sandi.',
    en: 'The adapter refreshes no session: a phone whose token has expired always logs in again with the password.',
  },
  offline: {
    id: 'Adaptor tidak mengirim dari ponsel luring: daftar foto yang kurang dan pengiriman sekaligus tidak dinilai.',
    en: 'The adapter sends nothing from phones that were offline: the list of what is missing and batches are not judged.',
  },
  confirm: {
    id: 'Adaptor tidak mengonfirmasi hasil baca: pembacaan angka, koreksi, dan konfirmasi KPPS tidak dinilai.',
    en: 'The adapter confirms no readings: reading of figures, correction and confirmation by KPPS are not judged.',
  },
  pleno: {
    id: 'Adaptor tidak menjalankan pleno: rapat pleno kecamatan di Sirekap Web tidak dinilai.',
    en: 'The adapter holds no pleno: the plenary of the kecamatan on Sirekap Web is not judged.',
  },
  disturb: {
    id: 'Adaptor tidak dapat meminta gangguan: ketahanan terhadap gangguan di sisi server tidak dinilai.',
    en: 'The adapter cannot ask for faults: how the target stands faults on its own side is not judged.',
  },
};

/** The optional parts that are not among those a target has. */
export function missingParts(parts: readonly string[]): OptionalPart[] {
  return OPTIONAL_PARTS.filter((part) => !parts.includes(part));
}
