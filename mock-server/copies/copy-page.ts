import type { WitnessCopy } from '../contract/copy.ts';
import { publicationText } from '../public/publication-clock.ts';

const AMENDED = {
  'konfirmasi-baru':
    'Formulir ini sudah diubah dan dikonfirmasi ulang. Angka di bawah adalah angka yang lama.',
  'foto-baru':
    'Formulir ini sedang diubah: ada foto baru yang belum dikonfirmasi. Angka di bawah adalah angka yang lama.',
};

const STYLE =
  'body{font:16px/1.4 sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}' +
  '.simulasi{background:#b00020;color:#fff;padding:.5rem 1rem;font-weight:bold}' +
  '.diubah{background:#fff3cd;padding:.5rem 1rem}table{border-collapse:collapse;width:100%}' +
  'td,th{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left}td.n{text-align:right}code{word-break:break-all}';

/** The copy as a page for witnesses, Bahasa Indonesia. */
export function copyPage(copy: WitnessCopy): string {
  const { kode, judul, dikonfirmasi, keputusan, angka, catatan, foto, diubah, simulasi } = copy;
  const rows = angka.map(
    ({ label, nilai, dikoreksi }) =>
      `<tr><td>${text(label)}</td><td class="n">${nilai ?? '–'}</td><td>${dikoreksi ? 'dikoreksi KPPS' : ''}</td></tr>`,
  );
  const notes = catatan.map((note) => `<li>${text(note.kode)}: ${text(note.isi)}</li>`);
  const photos = foto.map(
    ({ halaman, sha256 }) => `<tr><td>${halaman}</td><td><code>${text(sha256)}</code></td></tr>`,
  );
  const title = `Salinan ${judul}, TPS ${kode}`;
  return [
    '<!doctype html><html lang="id"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>SIMULASI: ${text(title)}</title><style>${STYLE}</style>`,
    `<p class="simulasi">${text(simulasi)}</p><h1>${text(title)}</h1>`,
    diubah === null ? '' : `<p class="diubah">${AMENDED[diubah.oleh]}</p>`,
    `<p>Dikonfirmasi KPPS pada ${publicationText(Date.parse(dikonfirmasi))} WIB (konfirmasi ke-${keputusan}).</p>`,
    `<table><tr><th>Data</th><th>Angka</th><th></th></tr>${rows.join('')}</table>`,
    notes.length === 0 ? '' : `<h2>Catatan KPPS</h2><ul>${notes.join('')}</ul>`,
    `<h2>Foto</h2><table><tr><th>Halaman</th><th>SHA-256</th></tr>${photos.join('')}</table></html>\n`,
  ].join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function text(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
