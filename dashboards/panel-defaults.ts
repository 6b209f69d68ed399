import { PanelBuilder as BarGaugePanel } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BigValueColorMode,
  BigValueGraphMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatPanel } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeSeriesPanel } from '@grafana/grafana-foundation-sdk/timeseries';
import { DATASOURCE, SAMPLE_INTERVAL, type Steps, THRESHOLDS } from './config.ts';

/** What every panel says of itself, whatever it looks like. */
export interface PanelSubject {
  /** Bahasa Indonesia. */
  title: string;
  /** Bahasa Indonesia, then a short English sentence. */
  description: string;
  /** Grafana's unit id. */
  unit: string;
  queries: readonly Query[];
  /** Of 24. */
  width: number;
  decimals?: number;
  thresholds?: Steps;
  max?: number;
  /** Only the end of the time range counts: series that were there before and are gone do not show. */
  instant?: boolean;
}

interface Query {
  expr: string;
  /** Grafana legend, `{{label}}` allowed. */
  legend: string;
}

/** Lines over time with a table of last and highest values below. */
export function timeSeries(subject: PanelSubject & { stacked?: boolean; height?: number }): TimeSeriesPanel {
  const panel = withSubject(new TimeSeriesPanel(), subject)
    .height(subject.height ?? 8)
    .lineWidth(1)
    .fillOpacity(subject.stacked ? 30 : 8)
    .showPoints(VisibilityMode.Never)
    .axisSoftMin(0)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['lastNotNull', 'max']),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  return subject.stacked ? panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal)) : panel;
}

/** One big figure, coloured by its thresholds. */
export function stat(subject: PanelSubject & { sparkline?: boolean }): StatPanel {
  return withSubject(new StatPanel(), subject)
    .height(4)
    .colorMode(BigValueColorMode.Value)
    .graphMode(subject.sparkline ? BigValueGraphMode.Area : BigValueGraphMode.None)
    .reduceOptions(lastKnown());
}

/** One horizontal bar a series. */
export function barGauge(subject: PanelSubject & { height: number }): BarGaugePanel {
  return withSubject(new BarGaugePanel(), subject)
    .height(subject.height)
    .displayMode(BarGaugeDisplayMode.Basic)
    .orientation(VizOrientation.Horizontal)
    .namePlacement(BarGaugeNamePlacement.Left)
    .min(0)
    .reduceOptions(lastKnown());
}

/** A round that has ended keeps showing how it ended. */
function lastKnown(): ReduceDataOptionsBuilder {
  return new ReduceDataOptionsBuilder().calcs(['lastNotNull']);
}

type AnyPanel = TimeSeriesPanel | StatPanel | BarGaugePanel;

function withSubject<P extends AnyPanel>(panel: P, subject: PanelSubject): P {
  const steps = subject.thresholds ?? THRESHOLDS.neutral;
  panel
    .title(subject.title)
    .description(subject.description)
    .datasource(DATASOURCE)
    .interval(SAMPLE_INTERVAL)
    .unit(subject.unit)
    .span(subject.width)
    .thresholds(
      new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps(steps.map(([value, color]) => ({ value, color }))),
    )
    .targets(subject.queries.map((query, index) => dataQuery(query, index, subject.instant ?? false)));
  if (subject.decimals !== undefined) panel.decimals(subject.decimals);
  if (subject.max !== undefined) panel.max(subject.max);
  return panel;
}

function dataQuery({ expr, legend }: Query, index: number, instant: boolean): DataqueryBuilder {
  const query = new DataqueryBuilder()
    .refId(String.fromCharCode('A'.charCodeAt(0) + index))
    .datasource(DATASOURCE)
    .expr(expr)
    .legendFormat(legend);
  return instant ? query.instant() : query.range();
}
