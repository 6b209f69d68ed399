import { RIGHTS, type Right, rolesWith } from '../../mock-server/contract/rights.ts';
import { markdownTable } from './markdown-table.ts';
import type { OpenapiDocument } from './openapi-of-mock.ts';

/** Roles from the TPS up, each with what it reaches. */
const REACH = {
  kpps: 'its TPS',
  'pps-operator': 'the TPS of its kelurahan or desa',
  'ppk-operator': 'its kecamatan',
  'ppk-admin': 'its kecamatan',
  'kabkota-admin': 'its kabupaten or kota',
} as const;

/** docs/rights.md: who may do what. */
export function rightsPage({ paths }: OpenapiDocument): string {
  const roles = Object.keys(REACH) as (keyof typeof REACH)[];
  const routes = (right: Right) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => operation['x-right'] === right)
        .map(([method]) => `\`${method.toUpperCase()} ${path}\``),
    );
  const rows = (Object.keys(RIGHTS) as Right[]).map((right) => [
    `\`${right}\``,
    RIGHTS[right].means,
    ...roles.map((role) => (rolesWith(right).includes(role) ? 'yes' : '–')),
    routes(right).join(', ') || '–',
  ]);
  return `# Who may do what

<!-- Written by \`npm run contract-pages\` from mock-server/contract; changes belong there. -->

Every account of the plan has one role and one area (\`scope\`), and its rights end where the area ends: beyond it the answer is \`TPS_NOT_YOURS\` or \`AREA_NOT_YOURS\`, for a right that the role lacks
\`ROLE_FORBIDDEN\`. The results are public and need no login. Sessions, devices and locks: [accounts.md](accounts.md).

${markdownTable(
  ['role', 'reaches'],
  roles.map((role) => [`\`${role}\``, REACH[role]]),
)}

${markdownTable(['right', 'to', ...roles.map((role) => `\`${role}\``), 'calls'], rows)}
`;
}
