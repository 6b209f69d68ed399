/**
 * D.Hasil of a kecamatan as a PDF of one page, in ASCII. It says SIMULASI and carries no figures: what it shows nobody reads, that
 * it is taken is what is tested. The same kecamatan always gives the same bytes.
 */
export function dHasilPdf(kecamatan: string): string {
  const show = `BT /F1 36 Tf 72 700 Td (SIMULASI) Tj 0 -48 Td /F1 14 Tf (D.Hasil Kecamatan ${kecamatan} - bukan dokumen resmi) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${show.length} >>\nstream\n${show}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const [i, object] of objects.entries()) {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
