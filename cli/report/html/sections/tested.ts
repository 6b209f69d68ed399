import { WAYS } from '../../../../fixtures/plan/types.ts';
import type { ReportInput } from '../../input.ts';
import { AREA_LEVELS, CREDENTIALS, RUN_STATES, WAY_NAMES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { areasOf, runTitle } from '../../reading/scope.ts';
import { stopText } from '../../reading/stop.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';

/** What was tested, when, against what and with what. */
export function testedSection({ input, wording }: Page): Section {
  const { run, plan } = input;
  const text = wording.text;
  const { counts } = plan;
  const facts: [string, Markup | string][] = [
    [
      text('tested.region'),
      markup`<b>${plan.area.name}</b> ${quiet(`${wording.pick(AREA_LEVELS[plan.area.level])} ${plan.area.code}`)}<br>${text('tested.scope', counts)}${run.part !== null && markup`<br><b>${areasOf(run.part, wording)}</b> ${quiet(text('tested.part', { ...run.part, whole: counts.tps }))}`}`,
    ],
    [text('tested.round'), roundOf(input, wording)],
    [text('tested.time'), timeOf(input, wording)],
    [text('tested.compression'), compressionOf(run.speed, wording)],
    [text('tested.target'), targetOf(input, wording)],
    [text('tested.permission'), permissionOf(input, wording)],
    [text('tested.credentials'), wording.pick(CREDENTIALS[run.credentials])],
    [text('tested.documents'), documentsOf(input, wording)],
    [text('tested.ways'), waysOf(input, wording)],
    [text('tested.photos'), photosOf(input, wording)],
    [
      text('tested.plan'),
      markup`${text('tested.seed', { seed: String(plan.seed) })}<br>${hash(run.plan.sha256)}`,
    ],
    [text('tested.criteria'), markup`${run.criteria.name}<br>${hash(run.criteria.sha256)}`],
    [
      text('tested.versions'),
      markup`${run.toolkit.name} ${run.toolkit.version}<br>k6 ${run.k6.version}<br>Node ${run.node}`,
    ],
    [text('tested.machine'), machineOf(input, wording)],
    [text('tested.run'), run.runId],
  ];
  return {
    name: 'tested',
    title: text('tested.title'),
    body: markup`<dl class="facts">${facts.map(
      ([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>
`,
    )}</dl>`,
  };
}

function roundOf({ run }: ReportInput, wording: Wording): Markup {
  const name = runTitle(run, wording);
  if (run.after === null) return markup`${name}`;
  const { runId, retest, logins } = run.after;
  const again = [
    wording.text('tested.after', { run: runId, count: retest }),
    ...(logins > 0 ? [wording.text('tested.logins', { count: logins })] : []),
  ];
  return markup`${name}<br>${quiet(again.join(', '))}`;
}

function timeOf({ run }: ReportInput, wording: Wording): Markup {
  const state = wording.pick(RUN_STATES[run.state]);
  const reason = run.stateReason === null ? '' : `: ${run.stateReason}`;
  const start = wording.moment(run.startedAt);
  if (run.endedAt === null) return markup`${start}<br>${quiet(state + reason)}`;
  const duration = wording.seconds(
    Math.max(0, Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000)),
  );
  return markup`${wording.text('tested.until', { start, end: wording.moment(run.endedAt) })}<br>${quiet(`${duration}, ${state}${reason}`)}`;
}

function compressionOf(speed: number, wording: Wording): string {
  return speed === 1
    ? wording.text('tested.compression.none')
    : wording.text('tested.compression.speed', { speed: String(speed) });
}

function targetOf({ run: { target } }: ReportInput, wording: Wording): Markup {
  const software = target.software ?? wording.text('unknown');
  const skew =
    target.clockSkewMs === null ? wording.text('unknown') : `${wording.count(target.clockSkewMs)} ms`;
  return markup`<span class="break">${target.url}</span>${target.simulator && markup` <b>(${wording.text('tested.simulator')})</b>`}<br>${quiet(software)}<br>${quiet(`${wording.text('tested.adapter')}: ${target.adapter}`)}<br>${quiet(`${wording.text('tested.store')}: ${target.store ?? wording.text('unknown')}`)}<br>${quiet(`${wording.text('tested.clock')}: ${skew}`)}`;
}

/** Who permitted the load and how much of it, and what was really sent. */
function permissionOf({ run: { authorisation, stop } }: ReportInput, wording: Wording): Markup {
  const stopped = stop === null ? '' : stopText(stop, wording);
  if (authorisation === null) {
    return markup`${wording.text('tested.permission.loopback')}${stopped !== '' && markup`<br><b>${stopped}</b>`}`;
  }
  const { reference, authorisedBy, targets, window, maximum, planned, observed, proxies } = authorisation;
  const place = ({ host, port, addresses }: (typeof targets)[number]) =>
    `${host}:${port} (${addresses.join(', ')})`;
  const lines = [
    wording.text('tested.permission.window', {
      from: wording.moment(window.from),
      to: wording.moment(window.to),
    }),
    wording.text('tested.permission.targets', { targets: targets.map(place).join(', ') }),
    ...(proxies.length > 0
      ? [wording.text('tested.permission.proxies', { proxies: proxies.map(place).join(', ') })]
      : []),
    wording.text('tested.permission.maximum', {
      rate: maximum.requestsPerSecond,
      planned: wording.decimal(planned.requestsPerSecond, 1),
      observed: observed === null ? wording.text('unknown') : wording.decimal(observed.requestsPerSecond, 1),
    }),
    wording.text('tested.permission.accounts', {
      accounts: maximum.accounts,
      planned: planned.accounts,
      observed: observed === null ? wording.text('unknown') : wording.count(observed.accounts),
    }),
  ];
  return markup`<b>${reference}</b>, ${authorisedBy.name}, ${authorisedBy.office}${lines.map(
    (line) => markup`<br>${quiet(line)}`,
  )}${stopped !== '' && markup`<br><b>${stopped}</b>`}<br>${hash(authorisation.sha256)}`;
}

function documentsOf({ plan }: ReportInput, wording: Wording): Markup {
  return markup`${plan.documentProfile.map(({ title, pages }) => [
    title,
    pages > 1 && markup` ${quiet(wording.text('tested.pages', { pages }))}`,
    markup`<br>`,
  ])}${quiet(wording.text('tested.profile', { name: plan.documents }))}`;
}

/** The ways that TPS of the plan submit in, and what else sets TPS apart. */
function waysOf({ plan: { counts } }: ReportInput, wording: Wording): Markup {
  const { ways, weakSignal, specialTps } = counts;
  const lines = [
    ...WAYS.filter((way) => ways[way] > 0).map(
      (way) =>
        markup`${wording.pick(WAY_NAMES[way])}: ${wording.text('tested.ways.count', { count: ways[way] })}`,
    ),
    ...(weakSignal > 0 ? [quiet(wording.text('tested.weakSignal', { count: weakSignal }))] : []),
    ...(specialTps > 0 ? [quiet(wording.text('tested.specialTps', { count: specialTps }))] : []),
  ];
  return markup`${lines.map((line, index) => [index > 0 && markup`<br>`, line])}`;
}

function photosOf({ plan: { photos } }: ReportInput, wording: Wording): string {
  if (photos === null) return wording.text('none');
  const { mode, size, width, height } = photos;
  return wording.text(`tested.photos.${mode}`, { size, width, height });
}

function machineOf({ run: { machine } }: ReportInput, wording: Wording): Markup {
  const memory = `${wording.decimal(machine.memoryBytes / 2 ** 30, 1)} GiB`;
  const cpus = wording.text('tested.cpus', { cpus: machine.cpus });
  return markup`${cpus}, ${memory}<br>${quiet(`${machine.cpuModel}, ${machine.platform}`)}`;
}

function quiet(text: string): Markup {
  return markup`<span class="quiet">${text}</span>`;
}

function hash(sha256: string): Markup {
  return markup`<code>${sha256}</code>`;
}
