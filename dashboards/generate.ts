import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roundDashboard } from './round.ts';

/** The committed dashboard, ready for Grafana's import. */
export const DASHBOARD_FILE = fileURLToPath(new URL('sirekap-uji-beban.json', import.meta.url));

/** The dashboard as it is committed, byte for byte. */
export function dashboardJson(): string {
  return `${JSON.stringify(roundDashboard(), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(DASHBOARD_FILE, dashboardJson());
