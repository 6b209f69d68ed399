import { VALIDATION_CODES } from '../../mock-server/contract/validation-codes.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/validation-codes.md: the rules that the figures of C.Hasil must keep. */
export function validationCodesPage(): string {
  const rows = Object.entries(VALIDATION_CODES).map(([code, { rule, id }]) => [`\`${code}\``, rule, id]);
  return `# The rules of C.Hasil

<!-- Written by \`npm run contract-pages\` from mock-server/contract; changes belong there. -->

What must hold on a C.Hasil. \`GET /api/v1/tps/{kode}/documents/{type}/reading\` names the rules that the figures as read break (\`findings\`). A confirmation that breaks a rule is refused with
\`FIGURES_INCONSISTENT\` and the codes, unless its \`despite\` names exactly these: the paper itself may be wrong. Then the figures are kept, and the codes with them. A rule about a figure without digits says
nothing; the figure itself is found (V501, V502). The first digit is the part of the form: 1 voters, 2 votes, 3 ballots, 4 caps, 5 boxes.

${markdownTable(['code', 'must hold', 'as witnesses read it'], rows)}
`;
}
