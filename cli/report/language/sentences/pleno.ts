import type { Pair } from '../lang.ts';

/** What the plenaries of the kecamatan came to. */
export const PLENO_SENTENCES = {
  'pleno.title': { id: 'Rapat pleno kecamatan', en: 'Plenary of the kecamatan' },
  'pleno.lead': {
    id: '{published} dari {planned} kecamatan membuka, memfinalisasi, dan memublikasikan plenonya; {saved} dari {forms} formulir (satu pemilihan di satu TPS) tersimpan.',
    en: '{published} of {planned} kecamatan opened, finalised and published their plenary; {saved} of {forms} forms (one election at one TPS) were saved.',
  },
  'pleno.sums': {
    id: 'Jumlah D.Hasil menurut sasaran sama dengan rencana, angka demi angka, di {equal} dari {planned} kecamatan.',
    en: 'The target’s sums of D.Hasil are those of the plan, figure by figure, in {equal} of {planned} kecamatan.',
  },
  'pleno.sums.unread': {
    id: 'Jumlah D.Hasil tidak dapat dibaca dari sasaran, sehingga isinya tidak dapat dipertanggungjawabkan.',
    en: 'The target gave no sums of D.Hasil, so that nothing can be said of what is in them.',
  },
  'pleno.assumed': {
    id: 'Jam pleno adalah asumsi: satu formulir per menit, paling lama enam jam per kecamatan.',
    en: 'The hours of the plenary are assumed: a form a minute, six hours a kecamatan at most.',
  },
  'pleno.off.part': {
    id: 'Tidak ada pleno: bagian yang diuji tidak memuat satu kecamatan utuh.',
    en: 'No plenary was held: the part that was asked has no kecamatan as a whole.',
  },
  'pleno.off.workload': {
    id: 'Uji ini tidak mengadakan pleno: putaran 2 dan alur ppk mengadakannya.',
    en: 'This run held no plenary: round 2 does, and so do the ppk flows.',
  },
  'pleno.caption': { id: 'Jalannya pleno', en: 'How the plenaries went' },
  'pleno.what': { id: 'Langkah', en: 'Step' },
  'pleno.count': { id: 'Jumlah', en: 'Number' },
  'pleno.planned': { id: 'Rencana', en: 'Planned' },
  'pleno.opened': { id: 'Kecamatan dibuka', en: 'Kecamatan opened' },
  'pleno.files': { id: 'Di antaranya sebagai berkas', en: 'Of these as a file' },
  'pleno.saved': { id: 'Formulir tersimpan', en: 'Forms saved' },
  'pleno.corrected': { id: 'Di antaranya dikoreksi', en: 'Of these corrected' },
  'pleno.conflicts': {
    id: 'Simpanan yang didahului operator lain, lalu dicocokkan lagi',
    en: 'Saves that somebody else came before, and that were looked at again',
  },
  'pleno.finalised': { id: 'Kecamatan difinalisasi', en: 'Kecamatan finalised' },
  'pleno.published': { id: 'Kecamatan dipublikasikan', en: 'Kecamatan published' },
  'pleno.equal': {
    id: 'Kecamatan dengan jumlah D.Hasil benar',
    en: 'Kecamatan whose sums of D.Hasil are right',
  },
  'throughput.saves': { id: 'Formulir pleno disimpan per detik', en: 'Forms saved in the pleno a second' },
  'throughput.saves.short': { id: 'Formulir pleno', en: 'Forms of the pleno' },
} as const satisfies Record<string, Pair>;
