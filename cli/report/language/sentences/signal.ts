import type { Pair } from '../lang.ts';

/** Over what links the requests went. */
export const SIGNAL_SENTENCES = {
  'signal.title': { id: 'Sinyal', en: 'Signal' },
  'signal.lead': {
    id: 'Permintaan TPS bersinyal lemah dilewatkan toxiproxy {version}, yang membatasi laju dan menunda data seperti jaringan seluler. Laju dan tundaan itu waktu nyata, tidak ikut dimampatkan.',
    en: 'Requests of TPS with weak signal went through toxiproxy {version}, which limits and delays data as a mobile network does. Its rates and delays are real time and not compressed.',
  },
  'signal.weak': {
    id: '{over} dari {planned} TPS bersinyal buruk mengirim semua dokumennya lewat jaringan yang buruk.',
    en: '{over} of {planned} TPS with a bad link sent every document over it.',
  },
  'signal.weak.none': {
    id: 'Rencana ini tidak punya TPS yang mengirim lewat jaringan buruk.',
    en: 'This plan has no TPS that sends over a bad link.',
  },
  'signal.override': {
    id: 'Semua TPS dilewatkan jaringan {link}, apa pun menurut rencana.',
    en: 'Every TPS went over {link}, whatever the plan says.',
  },
  'signal.compressed': {
    id: 'Pada pemampatan {speed}× satu unggahan lewat {link} berlangsung {time} menurut jam rencana; laju dan waktu sejak rencana TPS itu memuat hal tersebut.',
    en: 'At {speed}× an upload over {link} lasts {time} by the plan’s clock; throughput and latency from plan of these TPS contain that.',
  },
  'signal.off.asked': {
    id: 'Uji ini tidak memainkan sinyal buruk (--signal off): semua TPS, juga yang bersinyal lemah, mengirim langsung.',
    en: 'This run played no bad signal (--signal off): all TPS, those with weak signal too, sent straight to the target.',
  },
  'signal.off.workload': {
    id: 'Uji ini tidak memainkan sinyal buruk: hanya putaran 2 memainkannya tanpa diminta. Semua TPS, juga yang bersinyal lemah, mengirim langsung.',
    en: 'This run played no bad signal: only round 2 does so unasked. All TPS, those with weak signal too, sent straight to the target.',
  },
  'signal.off.no-toxiproxy': {
    id: 'Sinyal buruk TIDAK dimainkan karena toxiproxy tidak ada: TPS bersinyal lemah mengirim lewat jaringan baik, dan gangguan sinyal dalam rencana dilewati.',
    en: 'Bad signal was NOT played because there is no toxiproxy: TPS with weak signal sent over a good link, and the plan’s disturbances of the signal were left out.',
  },
  'signal.off.no-room': {
    id: 'Sinyal buruk TIDAK dimainkan karena permintaan ke sasaran melewati proksi atau menuju alamat IPv6: TPS bersinyal lemah mengirim lewat jaringan baik, dan gangguan sinyal dalam rencana dilewati.',
    en: 'Bad signal was NOT played because requests to the target go through a proxy or to an IPv6 address: TPS with weak signal sent over a good link, and the plan’s disturbances of the signal were left out.',
  },
  'signal.caption': { id: 'Unggahan menurut jaringan', en: 'Uploads by link' },
  'signal.link': { id: 'Jaringan', en: 'Link' },
  'signal.tps': { id: 'TPS', en: 'TPS' },
  'signal.attempts': { id: 'Percobaan', en: 'Attempts' },
  'signal.failed': { id: 'Gagal', en: 'Failed' },
  'signal.uploads': { id: 'Unggahan', en: 'Uploads' },
  'signal.median': { id: 'Median', en: 'Median' },
  'signal.expected': { id: 'Menurut hitungan', en: 'By arithmetic' },
  'signal.effect': { id: 'Benar-benar buruk', en: 'Really bad' },
  'signal.effect.observed': { id: 'ya', en: 'yes' },
  'signal.effect.absent': { id: 'tidak', en: 'no' },
  'signal.effect.unknown': { id: 'tak ada unggahan', en: 'no uploads' },
  'recovery.area': { id: 'Kecamatan', en: 'Kecamatan' },
  'recovery.area.all': { id: 'semua', en: 'all' },
  'recovery.late': { id: 'Terlambat tiba', en: 'Arrived late' },
  'recovery.lateUnsafe': { id: 'Di antaranya hilang', en: 'Of these lost' },
  'limits.signal': {
    id: 'Jaringan seluler ditiru dengan laju, tundaan, dan putusnya sambungan; paket yang hilang, antena, dan sel yang dipakai bersama tidak ditiru.',
    en: 'The mobile network is imitated by rate, delay and broken connections; lost packets, antennas and cells that phones share are not.',
  },
  'terminal.signal': { id: 'Sinyal', en: 'Signal' },
  'terminal.signal.weak': {
    id: '{over} dari {planned} TPS bersinyal buruk lewat jaringan buruk',
    en: '{over} of {planned} TPS with a bad link went over it',
  },
  'terminal.signal.off': { id: 'tidak dimainkan', en: 'not played' },
} as const satisfies Record<string, Pair>;
