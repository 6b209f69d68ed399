import type { Pair } from '../lang.ts';

/** What became of the C.Hasil that the KPPS were to compare and confirm. */
export const FORM_SENTENCES = {
  'forms.title': { id: 'Konfirmasi C.Hasil', en: 'Confirmation of C.Hasil' },
  'forms.lead': {
    id: 'KPPS melihat hasil baca tiap C.Hasil, mencocokkannya dengan formulir kertas, memperbaiki tepat angka yang berbeda, lalu mengonfirmasi.',
    en: 'KPPS look at what was read from each C.Hasil, compare it with the paper, correct exactly the figures that differ, and confirm.',
  },
  'forms.what': { id: 'C.Hasil', en: 'C.Hasil' },
  'forms.count': { id: 'Jumlah', en: 'Number' },
  'forms.confirmed': { id: 'Terkonfirmasi', en: 'Confirmed' },
  'forms.atFirstLook': { id: 'dari hasil baca pertama', en: 'at the first look' },
  'forms.asRead': { id: 'tepat seperti terbaca', en: 'exactly as read' },
  'forms.corrected': { id: 'dengan koreksi', en: 'corrected' },
  'forms.despite': { id: 'meski angka tak cocok', en: 'despite broken rules' },
  'forms.unconfirmed': { id: 'Tidak pernah dikonfirmasi', en: 'Never confirmed' },
  'forms.wrongSheet': { id: 'foto lembar lain', en: 'photo of another sheet' },
  'forms.planned': { id: 'Direncanakan', en: 'Planned' },
  'forms.figures': {
    id: '{figures} angka diperbaiki pada {forms} C.Hasil.',
    en: '{figures} figures were corrected on {forms} C.Hasil.',
  },
  'forms.figures.short': { id: 'Angka diperbaiki', en: 'Figures corrected' },
} as const satisfies Record<string, Pair>;
