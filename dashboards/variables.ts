import {
  AnnotationQueryBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { METRICS } from '../mock-server/metrics/names.ts';
import { DATASOURCE, DEFAULT_UPLOADS_PER_TPS, RUN_LABEL } from './config.ts';
import { K6 } from './metric-names.ts';

/** Which Prometheus; named so that no panel knows an id of someone's Grafana. */
const datasource = new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus');

/** Which run. Ids that begin with a time sort the newest first, and Grafana opens with the first. */
const run = new QueryVariableBuilder('run')
  .label('Putaran')
  .description('Label testid dari k6 run --tag testid=<id>. (The run.)')
  .datasource(DATASOURCE)
  // k6_vus is there from k6's first second, and never silent.
  .query(`label_values(${K6.vus}, ${RUN_LABEL})`)
  .refresh(VariableRefresh.OnTimeRangeChanged)
  .sort(VariableSort.AlphabeticalDesc);

/** No metric says how many uploads a TPS has; the operator can, for a region with another document profile. */
const uploadsPerTps = new TextBoxVariableBuilder('unggahan_per_tps')
  .label('Unggahan per TPS')
  .description('Halaman dokumen yang diunggah setiap TPS menurut rencana. (Uploads of one TPS.)')
  .defaultValue(String(DEFAULT_UPLOADS_PER_TPS))
  .current({ text: String(DEFAULT_UPLOADS_PER_TPS), value: String(DEFAULT_UPLOADS_PER_TPS) });

export const variables = [datasource, run, uploadsPerTps];

/** Marks simulated faults across every panel, so that a dip is seen together with its cause. */
export const faultAnnotation = new AnnotationQueryBuilder()
  .name('Gangguan simulasi')
  .datasource(DATASOURCE)
  .enable(true)
  .iconColor('orange')
  .expr(`max by (type) (${METRICS.faultsActive}) > 0`)
  .titleFormat('Gangguan: {{type}}')
  .step('5s');
