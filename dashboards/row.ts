import type * as cog from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** A titled band of the dashboard; its panels fill lines of 24 columns from left to right. */
export interface Row {
  /** Bahasa Indonesia. */
  title: string;
  panels: cog.Builder<Panel>[];
}
