/** A rule of C.Hasil by its number. The first digit is the part of the form: 1 voters, 2 votes, 3 ballots, 4 caps, 5 boxes. */
export const VALIDATION_CODES = {
  V101: { rule: 'DPT: L + P = J', id: 'Pemilih DPT: L + P tidak sama dengan J.' },
  V102: { rule: 'B1, users in the DPT: L + P = J', id: 'B1, pengguna DPT: L + P tidak sama dengan J.' },
  V103: { rule: 'B2, users in the DPTb: L + P = J', id: 'B2, pengguna DPTb: L + P tidak sama dengan J.' },
  V104: { rule: 'B3, users in the DPK: L + P = J', id: 'B3, pengguna DPK: L + P tidak sama dengan J.' },
  V105: { rule: 'B4, all users: L + P = J', id: 'B4, jumlah pengguna: L + P tidak sama dengan J.' },
  V111: { rule: 'L of B4 = B1 + B2 + B3', id: 'L pada B4 tidak sama dengan B1 + B2 + B3.' },
  V112: { rule: 'P of B4 = B1 + B2 + B3', id: 'P pada B4 tidak sama dengan B1 + B2 + B3.' },
  V113: { rule: 'J of B4 = B1 + B2 + B3', id: 'J pada B4 tidak sama dengan B1 + B2 + B3.' },
  V201: {
    rule: 'A, valid votes = sum over the pairs',
    id: 'A, suara sah, tidak sama dengan jumlah semua pasangan calon.',
  },
  V202: { rule: 'C = A + B, valid and invalid votes', id: 'C tidak sama dengan A + B.' },
  V203: { rule: 'C = B4, votes = users', id: 'C, jumlah suara, tidak sama dengan B4, jumlah pengguna.' },
  V204: { rule: 'ballots used = B4', id: 'Surat suara digunakan tidak sama dengan B4, jumlah pengguna.' },
  V301: {
    rule: 'ballots received = used + spoilt + unused',
    id: 'Surat suara diterima tidak sama dengan digunakan + rusak + tidak digunakan.',
  },
  V302: {
    rule: 'ballots received = DPT x 1.025, rounded up (A: assumed, the presidential form had 2%)',
    id: 'Surat suara diterima tidak sama dengan DPT ditambah 2,5%, dibulatkan ke atas.',
  },
  V401: { rule: 'DPT is at most 600 voters a TPS', id: 'Pemilih DPT lebih dari 600.' },
  V402: {
    rule: 'B4, A and C are at most the ballots received',
    id: 'B4, A, atau C lebih besar dari surat suara yang diterima.',
  },
  V501: { rule: 'every figure has digits', id: 'Ada kotak angka yang kosong.' },
  V502: { rule: 'the photo of every figure can be read', id: 'Ada angka pada foto yang tidak terbaca.' },
} as const satisfies Record<string, { rule: string; id: string }>;

export type ValidationCode = keyof typeof VALIDATION_CODES;
