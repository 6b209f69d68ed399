import type { Pair } from '../lang.ts';

/** What only the terminal says. */
export const TERMINAL_SENTENCES = {
  'terminal.documents': { id: 'Dokumen', en: 'Documents' },
  'terminal.reach': { id: 'Cakupan', en: 'Coverage' },
  'terminal.mistakes': { id: 'Kesalahan ditemui', en: 'Planned mistakes met' },
  'terminal.rates': { id: 'Laju dan keberhasilan', en: 'Throughput and success' },
  'terminal.first': { id: 'percobaan 1', en: 'first try' },
  'terminal.retried': { id: 'setelah ulang', en: 'after retries' },
  'terminal.latency': { id: 'Waktu tanggap', en: 'Latency' },
  'terminal.latency.plan': { id: 'sejak waktu rencana', en: 'from planned start' },
  'terminal.latency.attempt': { id: 'percobaan itu saja', en: 'attempt alone' },
  'terminal.failures': { id: 'Percobaan gagal', en: 'Failed attempts' },
  'terminal.recovery': { id: 'Pemulihan', en: 'Recovery' },
  'terminal.recovery.in': { id: 'pulih dalam {time}', en: 'recovered in {time}' },
  'terminal.recovery.backlog': { id: '{backlog} tertunda', en: '{backlog} pending' },
  'terminal.reasons': { id: 'Alasan', en: 'Reasons' },
  'terminal.files': { id: 'Berkas', en: 'Files' },
  'terminal.more': { id: '… dan {count} lagi', en: '… and {count} more' },
  'terminal.compression': { id: 'waktu dimampatkan\u00a0{speed}×', en: 'time compressed\u00a0{speed}×' },
} as const satisfies Record<string, Pair>;
