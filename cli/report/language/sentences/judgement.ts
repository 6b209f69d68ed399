import type { Pair } from '../lang.ts';

/** What the verdict rests on and what limits it. */
export const JUDGEMENT_SENTENCES = {
  'validity.title': { id: 'Syarat keabsahan', en: 'Validity checks' },
  'validity.lead': {
    id: 'Hanya uji yang memenuhi semua syarat ini boleh dinilai.',
    en: 'Only a run that passes all of these may be judged.',
  },
  'validity.check': { id: 'Syarat', en: 'Check' },
  'validity.finding': { id: 'Temuan', en: 'Finding' },
  result: { id: 'Hasil', en: 'Result' },
  'result.ok': { id: 'terpenuhi', en: 'met' },
  'result.failed': { id: 'tidak terpenuhi', en: 'not met' },
  'result.noSamples': { id: 'kurang sampel', en: 'too few samples' },

  'criteria.title': { id: 'Kriteria', en: 'Criteria' },
  'criteria.lead': {
    id: 'Kriteria “{name}”, ditetapkan sebelum uji dimulai.',
    en: 'Criteria “{name}”, fixed before the run started.',
  },
  'criteria.criterion': { id: 'Kriteria', en: 'Criterion' },
  'criteria.expected': { id: 'Diharapkan', en: 'Expected' },
  'criteria.found': { id: 'Didapat', en: 'Found' },
  'criteria.samples': { id: 'Sampel', en: 'Samples' },
  'criteria.samples.of': { id: '{samples} (perlu {minimum})', en: '{samples} ({minimum} needed)' },
  'criteria.endless': { id: 'tidak pernah selesai', en: 'it never came to an end' },
  'criteria.warn': { id: 'peringatan, tidak menentukan', en: 'warning, does not decide' },
  'criteria.none': { id: 'Tidak ada kriteria.', en: 'There are no criteria.' },

  'assumptions.title': { id: 'Sumber dan asumsi', en: 'Sources and assumptions' },
  'assumptions.lead': {
    id: '{count} angka membentuk beban uji ini; {assumed} di antaranya asumsi.',
    en: '{count} figures shape this load; {assumed} of them are assumed.',
  },
  'assumptions.figure': { id: 'Angka', en: 'Figure' },
  'assumptions.value': { id: 'Nilai', en: 'Value' },
  'assumptions.mark': { id: 'Tanda', en: 'Mark' },
  'assumptions.source': { id: 'Sumber', en: 'Source' },
  'assumptions.topic': {
    id: '{topic}: {count} angka, {assumed} di antaranya asumsi',
    en: '{topic}: {count} figures, {assumed} of them assumed',
  },

  'limits.title': { id: 'Batas dan hal yang membatalkan', en: 'Limits, and what voids this result' },
  'limits.limits': { id: 'Yang tidak dibuktikan', en: 'What it does not prove' },
  'limits.exercise': {
    id: 'Sasarannya simulator atau mesin yang sama: angka laju dan waktu tanggap berlaku untuk simulator itu saja.',
    en: 'The target is a simulator or the same machine: throughput and latency hold for that simulator only.',
  },
  'limits.speed': {
    id: 'Waktu dimampatkan {speed}×: beban per detik {speed} kali lebih padat daripada malam yang sebenarnya, sedangkan lama gangguan dan jeda antarulang ikut dimampatkan.',
    en: 'Time is compressed {speed}×: the load a second is {speed} times denser than the real night, and disturbances and pauses between retries are compressed too.',
  },
  'limits.photos': {
    id: 'Foto bersifat sintetis. Pembacaan angka oleh sistem tidak diuji.',
    en: 'Photos are synthetic. The system’s reading of digits is not tested.',
  },
  'limits.pool': {
    id: 'Banyak unggahan memakai foto yang sama dari kumpulan; isinya bukan angka TPS masing-masing.',
    en: 'Many uploads share a photo of the pool; what it shows are not the figures of their TPS.',
  },
  'limits.simulator': {
    id: 'Simulator menyimpan sidik yang dihitung saat menerima, bukan isi fotonya, dan setiap kunci hanya ada satu kali: dokumen berubah atau ganda tidak dapat timbul di sana, jadi kedua kriteria itu hanya membuktikan sisi pengirim.',
    en: 'The simulator keeps digests computed while receiving, not the photos, and each key once: altered or duplicated documents cannot arise there, so these two criteria prove the client side only.',
  },
  'limits.network': {
    id: 'Beban berasal dari satu mesin. Jaringan seluler antara TPS dan server tidak diuji.',
    en: 'The load comes from one machine. The mobile network between TPS and server is not tested.',
  },
  'limits.part': {
    id: 'Hanya sebagian wilayah diuji: {areas}. Tidak ada yang dibuktikan tentang TPS lain, dan beban serentak seluruh wilayah lebih besar.',
    en: 'Only a part of the region was tested: {areas}. Nothing is proven of other TPS, and the whole region at once is a greater load.',
  },
  'limits.scope': {
    id: 'Hanya jalur unggah yang diuji: bukan rapat pleno, bukan publikasi, bukan keamanan.',
    en: 'Only the upload path is tested: not the recap plenary, not publication, not security.',
  },
  'limits.voids': { id: 'Yang membatalkan hasil ini', en: 'What voids it' },
  'limits.void.software': {
    id: 'Perubahan perangkat lunak, konfigurasi, atau kapasitas sasaran setelah {moment}.',
    en: 'Any change of the target’s software, configuration or capacity after {moment}.',
  },
  'limits.void.hashes': {
    id: 'Sidik berkas bukti yang berbeda dari daftar di bawah.',
    en: 'Evidence whose hashes differ from the list below.',
  },
  'limits.void.plan': {
    id: 'Rencana lain: jumlah TPS, akun, dokumen, atau kurva kedatangan yang berubah.',
    en: 'Another plan: a change in TPS, accounts, documents or the arrival curve.',
  },

  'evidence.title': { id: 'Sidik bukti', en: 'Evidence' },
  'evidence.lead': {
    id: 'SHA-256 dari berkas yang mendasari laporan ini. Siapa pun yang memegang folder uji dapat memeriksanya.',
    en: 'SHA-256 of the files this report rests on. Whoever holds the run folder can check them.',
  },
  'evidence.file': { id: 'Berkas', en: 'File' },
  'evidence.journal': {
    id: 'Jurnal: {lines} baris, {attempts} percobaan, {malformed} baris rusak.',
    en: 'Journal: {lines} lines, {attempts} attempts, {malformed} malformed.',
  },
  'evidence.unplanned': {
    id: '{count} percobaan dalam jurnal tidak ada dalam rencana.',
    en: '{count} attempts in the journal are in no plan.',
  },
  'evidence.copies': {
    id: 'Salinan rencana yang berbeda dari catatan: {files}.',
    en: 'Plan copies that differ from what was recorded: {files}.',
  },
  'evidence.truncated': { id: 'Jurnal terpotong.', en: 'The journal is truncated.' },
  'evidence.attribution': { id: 'Atribusi data', en: 'Data attribution' },
} as const satisfies Record<string, Pair>;
