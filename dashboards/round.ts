import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DASHBOARD_UID, REFRESH, TIME_RANGE } from './config.ts';
import type { Row } from './row.ts';
import { capacity } from './rows/capacity.ts';
import { failuresByClass } from './rows/failures.ts';
import { generator } from './rows/generator.ts';
import { kecamatan } from './rows/kecamatan.ts';
import { latency } from './rows/latency.ts';
import { mockServer } from './rows/mock-server.ts';
import { overview } from './rows/overview.ts';
import { recap } from './rows/recap.ts';
import { signal } from './rows/signal.ts';
import { throughput } from './rows/throughput.ts';
import { faultAnnotation, variables } from './variables.ts';

const ROWS: readonly Row[] = [
  overview,
  throughput,
  failuresByClass,
  signal,
  latency,
  kecamatan,
  recap,
  generator,
  mockServer,
  capacity,
];

/** The dashboard for a round in progress, from the operator's figures at the top to the simulator's insides. */
export function roundDashboard(): Dashboard {
  const dashboard = new DashboardBuilder('Sirekap uji beban: putaran berjalan')
    .uid(DASHBOARD_UID)
    .description(
      'Putaran uji beban yang sedang berjalan: k6 lewat remote write, server tiruan lewat /metrics. ' +
        'Latihan terhadap simulator, bukan sertifikat kesiapan. (A load test round in progress.)',
    )
    .tags(['sirekap', 'uji-beban', 'k6'])
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .refresh(REFRESH)
    .time(TIME_RANGE)
    .variables(variables)
    .annotation(faultAnnotation);
  for (const { title, panels } of ROWS) {
    // A row that holds its panels is collapsed; an open row is a heading before them.
    dashboard.withRow(new RowBuilder(title).collapsed(false));
    for (const panel of panels) dashboard.withPanel(panel);
  }
  return numbered(dashboard.build());
}

/** Ids by place: the same dashboard has the same ids, however often it is generated. */
function numbered(dashboard: Dashboard): Dashboard {
  for (const [index, panel] of (dashboard.panels ?? []).entries()) panel.id = index + 1;
  return dashboard;
}
