import type { Pair } from '../lang.ts';

/** The head of a report: what it is, its conclusion, what was tested, its figures and reasons. */
export const VERDICT_SENTENCES = {
  'product.title': { id: 'Laporan uji beban', en: 'Load test report' },
  'exercise.notice': {
    id: 'LATIHAN – bukan sertifikat kesiapan',
    en: 'EXERCISE (LATIHAN) – not a certificate of readiness',
  },
  'exercise.word': { id: 'LATIHAN', en: 'EXERCISE' },
  'exercise.denial': { id: 'bukan sertifikat kesiapan', en: 'LATIHAN – not a certificate of readiness' },
  'exercise.why': {
    id: 'Sasaran uji adalah simulator atau berjalan di mesin pembangkit beban sendiri. Hasilnya tidak membuktikan kesiapan sistem yang sebenarnya.',
    en: 'The target is a simulator or runs on the load generator’s own machine. The result proves nothing about the real system’s readiness.',
  },
  'nav.label': { id: 'Isi laporan', en: 'Contents' },
  of: { id: '{part} dari {whole}', en: '{part} of {whole}' },
  none: { id: 'tidak ada', en: 'none' },
  unknown: { id: 'tidak diketahui', en: 'unknown' },
  total: { id: 'Total', en: 'Total' },
  'total.lower': { id: 'total', en: 'total' },

  'conclusion.PASS': {
    id: 'Semua {planned} unggahan tersimpan utuh dan semua {criteria} kriteria terpenuhi.',
    en: 'All {planned} uploads are stored intact and all {criteria} criteria are met.',
  },
  'conclusion.PASS.partial': {
    id: '{stored} dari {planned} unggahan tersimpan utuh dan semua {criteria} kriteria terpenuhi.',
    en: '{stored} of {planned} uploads are stored intact and all {criteria} criteria are met.',
  },
  'conclusion.PASS.none': {
    id: 'Semua {criteria} kriteria terpenuhi. Uji ini tidak mengunggah dokumen.',
    en: 'All {criteria} criteria are met. This run uploaded no documents.',
  },
  'conclusion.FAIL.none': {
    id: '{failed} dari {criteria} kriteria tidak terpenuhi. Uji ini tidak mengunggah dokumen.',
    en: '{failed} of {criteria} criteria are not met. This run uploaded no documents.',
  },
  'conclusion.FAIL': {
    id: '{missing} dari {planned} unggahan tidak tersimpan utuh; {failed} dari {criteria} kriteria tidak terpenuhi.',
    en: '{missing} of {planned} uploads are not stored intact; {failed} of {criteria} criteria are not met.',
  },
  'conclusion.FAIL.criteria': {
    id: 'Semua {planned} unggahan tersimpan utuh, tetapi {failed} dari {criteria} kriteria tidak terpenuhi.',
    en: 'All {planned} uploads are stored intact, but {failed} of {criteria} criteria are not met.',
  },
  'conclusion.INCONCLUSIVE.none': {
    id: 'Bukti belum cukup untuk memutuskan: tidak ada kriteria yang menentukan.',
    en: 'There is too little evidence to decide: no criterion decides.',
  },
  'conclusion.INVALID.none': {
    id: 'Uji ini tidak boleh dijadikan dasar penilaian.',
    en: 'This run must not be judged by.',
  },
  'conclusion.INCONCLUSIVE': {
    id: 'Bukti belum cukup untuk memutuskan: {unmeasured} dari {criteria} kriteria tidak memiliki cukup sampel.',
    en: 'There is too little evidence to decide: {unmeasured} of {criteria} criteria lack samples.',
  },
  'conclusion.INVALID': {
    id: 'Uji ini tidak boleh dijadikan dasar penilaian: {invalid} dari {checks} syarat keabsahan tidak terpenuhi.',
    en: 'This run must not be judged by: {invalid} of {checks} validity checks failed.',
  },

  'scope.part': { id: 'hanya {areas}: {tps} TPS', en: 'only {areas}: {tps} TPS' },
  'scope.kecamatan': { id: 'Kecamatan', en: 'Kecamatan' },
  'scope.kelurahan': { id: 'Kelurahan/Desa', en: 'Kelurahan/Desa' },
  'scope.readers': { id: 'dengan pembaca hasil', en: 'with readers of the results' },

  'tested.title': { id: 'Yang diuji', en: 'What was tested' },
  'tested.region': { id: 'Wilayah', en: 'Region' },
  'tested.scope': {
    id: '{kecamatan} kecamatan, {kelurahan} kelurahan/desa, {tps} TPS, {voters} pemilih',
    en: '{kecamatan} kecamatan, {kelurahan} kelurahan/desa, {tps} TPS, {voters} voters',
  },
  'tested.part': {
    id: '{tps} dari {whole} TPS, {accounts} akun; setiap TPS pada waktunya menurut rencana seluruh wilayah',
    en: '{tps} of {whole} TPS, {accounts} accounts; each TPS when the plan of the whole region has it',
  },
  'tested.round': { id: 'Uji', en: 'Test' },
  'tested.after': {
    id: 'setelah {run}, {count} TPS diuji ulang',
    en: 'after {run}, {count} TPS tested again',
  },
  'tested.logins': { id: '{count} akun masuk ulang', en: '{count} accounts logged in again' },
  'tested.time': { id: 'Waktu', en: 'Time' },
  'tested.until': { id: '{start} sampai {end}', en: '{start} until {end}' },
  'tested.compression': { id: 'Pemampatan waktu', en: 'Time compression' },
  'tested.compression.none': { id: 'tidak ada, waktu nyata', en: 'none, real time' },
  'tested.compression.speed': {
    id: '{speed}× – satu detik uji mewakili {speed} detik rencana; waktu tanggap dan batas waktu tidak dimampatkan',
    en: '{speed}× – one test second stands for {speed} planned seconds; latencies and timeouts are not compressed',
  },
  'tested.target': { id: 'Sasaran', en: 'Target' },
  'tested.simulator': { id: 'simulator', en: 'simulator' },
  'tested.adapter': { id: 'Adaptor', en: 'Adapter' },
  'tested.permission': { id: 'Izin', en: 'Authorisation' },
  'tested.permission.loopback': {
    id: 'tidak diperlukan: beban hanya dikirim ke komputer ini',
    en: 'none needed: load was sent to this machine only',
  },
  'tested.permission.window': { id: 'berlaku {from} sampai {to}', en: 'for {from} until {to}' },
  'tested.permission.targets': { id: 'sasaran {targets}', en: 'targets {targets}' },
  'tested.permission.proxies': { id: 'melalui proksi {proxies}', en: 'through proxy {proxies}' },
  'tested.permission.maximum': {
    id: 'paling banyak {rate} permintaan per detik; rencana {planned}, terkirim {observed}',
    en: 'at most {rate} requests a second; planned {planned}, sent {observed}',
  },
  'tested.permission.accounts': {
    id: 'paling banyak {accounts} akun; rencana {planned}, terpakai {observed}',
    en: 'at most {accounts} accounts; planned {planned}, used {observed}',
  },
  'tested.credentials': { id: 'Sandi', en: 'Credentials' },
  'stop.by': { id: 'Dihentikan oleh {cause} ({by})', en: 'Stopped by {cause} ({by})' },
  'tested.store': { id: 'Penyimpanan', en: 'Store' },
  'tested.clock': { id: 'Selisih jam sasaran', en: 'Target clock skew' },
  'tested.plan': { id: 'Rencana', en: 'Plan' },
  'tested.seed': { id: 'seed {seed}', en: 'seed {seed}' },
  'tested.documents': { id: 'Dokumen per TPS', en: 'Documents per TPS' },
  'tested.profile': { id: 'profil {name}', en: 'profile {name}' },
  'tested.ways': { id: 'Cara pengiriman', en: 'Ways of submission' },
  'tested.ways.count': { id: '{count} TPS', en: '{count} TPS' },
  'tested.weakSignal': { id: '{count} TPS bersinyal lemah', en: '{count} TPS with weak signal' },
  'tested.specialTps': { id: '{count} TPS di lokasi khusus', en: '{count} TPS at special locations' },
  'tested.pages': { id: '{pages} halaman', en: '{pages} pages' },
  'tested.photos': { id: 'Foto', en: 'Photos' },
  'tested.photos.pool': {
    id: 'kumpulan {size} foto sintetis {width} × {height} piksel, tiap unggahan dibuat berbeda isinya',
    en: 'a pool of {size} synthetic photos of {width} × {height} pixels, every upload made to differ',
  },
  'tested.photos.unique': {
    id: '{size} foto sintetis {width} × {height} piksel, satu untuk tiap unggahan dengan angka TPS-nya',
    en: '{size} synthetic photos of {width} × {height} pixels, one for each upload with the figures of its TPS',
  },
  'tested.criteria': { id: 'Kriteria', en: 'Criteria' },
  'tested.versions': { id: 'Versi', en: 'Versions' },
  'tested.machine': { id: 'Mesin pembangkit beban', en: 'Load generator' },
  'tested.cpus': { id: '{cpus} CPU', en: '{cpus} CPUs' },
  'tested.run': { id: 'Nomor uji', en: 'Run' },

  'figures.title': { id: 'Angka kunci', en: 'Key figures' },
  'figures.stored': { id: 'Unggahan tersimpan utuh', en: 'Uploads stored intact' },
  'figures.tps': { id: 'TPS lengkap', en: 'TPS complete' },
  'figures.accounts': { id: 'Akun terpakai', en: 'Accounts used' },
  'figures.accounts.of': { id: 'dari {handedOut} akun dibagikan', en: 'of {handedOut} handed out' },
  'figures.of': { id: 'dari {whole}', en: 'of {whole}' },
  'figures.throughput': { id: 'Laju unggah berhasil', en: 'Upload throughput' },
  'figures.throughput.of': { id: 'dari rencana {planned} per detik', en: 'of {planned} a second planned' },
  'figures.perSecond': { id: '/dtk', en: '/s' },
  'figures.first': { id: 'Berhasil pada percobaan pertama', en: 'First-attempt success' },
  'figures.retried': { id: '{share} setelah diulang', en: '{share} after retries' },
  'figures.p95': { id: 'Unggah selesai, p95', en: 'Upload finished, p95' },
  'figures.p95.of': { id: 'sejak waktu rencana; median {p50}', en: 'from the planned start; median {p50}' },
  'figures.recovery': { id: 'Pemulihan terlama', en: 'Slowest recovery' },
  'figures.recovery.of': { id: 'dari {count} gangguan', en: 'of {count} disturbances' },
  'figures.recovery.never': { id: 'tidak pulih', en: 'not recovered' },
  'figures.breakpoint': { id: 'Laju terbaik yang dilayani', en: 'Best rate carried' },
  'figures.breakpoint.of': {
    id: '{times}× puncak rencana; {ended} pada {rate} sesi/dtk',
    en: '{times}× the plan’s peak; {ended} at {rate} sessions/s',
  },
  'figures.breakpoint.stopped': { id: 'patah', en: 'broke' },
  'figures.breakpoint.end': { id: 'belum patah', en: 'had not broken' },
  'figures.cpu': { id: 'CPU pembangkit beban', en: 'Load generator CPU' },
  'figures.cpu.of': { id: 'rata-rata; tertinggi {max}', en: 'mean; {max} at most' },

  'reasons.title': { id: 'Mengapa demikian', en: 'Why' },
  'reasons.none': {
    id: 'Tidak ada yang menyimpang: semua syarat keabsahan dan semua kriteria terpenuhi.',
    en: 'Nothing deviates: every validity check and every criterion is met.',
  },
  'reasons.validity': { id: 'Tidak sah: {title}', en: 'Not valid: {title}' },
  'reasons.criterion': {
    id: '{title}: diharapkan {expected}, didapat {found}',
    en: '{title}: expected {expected}, found {found}',
  },
  'reasons.samples': {
    id: '{title}: hanya {samples} sampel, perlu {minimum}',
    en: '{title}: only {samples} samples, {minimum} needed',
  },
  'reasons.documents': { id: '{label}: {count} unggahan', en: '{label}: {count} uploads' },
  'reasons.tps': {
    id: '{count} TPS tidak lengkap dari {planned}',
    en: '{count} TPS incomplete of {planned}',
  },
  'reasons.recorded': { id: 'Alasan seperti tercatat', en: 'Reasons as recorded' },
  'reasons.disagree': {
    id: 'Jumlah tidak cocok: {what} – rincian {rows}, total {total}',
    en: 'Totals disagree: {what} – rows add up to {rows}, the total says {total}',
  },
  'reasons.levels': {
    id: 'Jumlah per kelurahan, kecamatan, dan wilayah tidak cocok',
    en: 'The sums of kelurahan, kecamatan and region do not agree',
  },
} as const satisfies Record<string, Pair>;
