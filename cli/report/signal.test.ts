import { describe, expect, it } from 'vitest';
import type { Recovery } from '../evidence/types.ts';
import type { SignalRecord } from '../run-folder/types.ts';
import { reportHtml } from './html.ts';
import type { ReportInput } from './input.ts';
import { reportTerminal } from './terminal.ts';
import { sampleInput } from './testing/sample-input.ts';

const RECORD: SignalRecord = {
  off: null,
  override: null,
  toxiproxy: '2.12.0',
  tps: { good: 2122, none: 0, edge: 150, '3g': 0, '4g-congested': 0 },
  disturbances: ['padam'],
  figures: [{ name: 'signal.edge.upKbit', value: 200, unit: 'kbit/s', mark: 'V', source: 'a source' }],
};

/** The sample, whose first disturbance is one of a kecamatan's signal. */
function input(signal: SignalRecord | undefined, over = 149): ReportInput {
  const sample = sampleInput('FAIL');
  const { measurements, run, audit } = sample;
  const [first, ...rest] = measurements.recoveries as [Recovery, ...Recovery[]];
  const kecamatan = audit.areas.kecamatan[1]?.code ?? '';
  return {
    ...sample,
    run: signal === undefined ? run : { ...run, signal },
    measurements: {
      ...measurements,
      recoveries: [{ ...first, type: 'signal-outage', kecamatan, late: 95, lateUnsafe: 2 }, ...rest],
      signal:
        signal === undefined || signal.off !== null
          ? null
          : {
              links: [
                {
                  link: 'edge',
                  tps: 150,
                  attempts: 1234,
                  failedAttempts: 56,
                  uploads: { ...measurements.undisturbedUploads, p50: 8260 },
                  expectedMs: 7800,
                  effect: 'observed',
                },
              ],
              weakTps: { planned: 150, over },
            },
    },
  };
}

/** The words of a section of the page, in English. */
function section(given: ReportInput, name: string): string {
  const [, part = ''] = reportHtml(given, { lang: 'en' }).split(`<section id="en-${name}"`);
  return (part.split('</section>')[0] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('what a report says of the signal', () => {
  it('how many weak TPS really went over their link, and what it did to their uploads', () => {
    const text = section(input(RECORD), 'signal');
    expect(text).toContain('149 of 150 TPS with a bad link sent every document over it');
    expect(text).toMatch(/EDGE 150 1,234 56 [\d,]+ 8\.26 s 7\.80 s/);
    expect(text).toContain('toxiproxy 2.12.0');
    expect(text).toMatch(/At 120× an upload over EDGE lasts 15 min 36 s/);
    expect(reportTerminal(input(RECORD), { lang: 'en', width: 100 })).toContain(
      '149 of 150 TPS with a bad link',
    );
  });

  it('that nothing was played, and why', () => {
    const off = (why: SignalRecord['off']) => ({ ...RECORD, off: why });
    expect(section(input(off('asked')), 'signal')).toContain('--signal off');
    expect(section(input(off('workload')), 'signal')).toContain('only round 2');
    expect(section(input(off('no-toxiproxy')), 'signal')).toContain('NOT played');
    expect(reportTerminal(input(off('no-toxiproxy')), { lang: 'en', width: 300 })).toContain('NOT played');
    expect(section(input(undefined), 'signal')).toContain('played no bad signal');
  });

  it('whose recovery it is, what arrived late and what of it is lost', () => {
    const given = input(RECORD);
    const name = given.audit.areas.kecamatan[1]?.name ?? '';
    expect(section(given, 'recovery')).toMatch(new RegExp(`kecamatan without signal ${name} .* 95 2 `));
  });

  it('in the small charts of other kecamatan there is no band of it', () => {
    const html = reportHtml(input(RECORD), { lang: 'id' });
    const charts = html.slice(html.indexOf('class="multiples"')).split('<li>').slice(1, 4);
    const bands = charts.map((chart) => chart.split('class="band"').length - 1);
    expect(bands).toEqual([2, 3, 2]);
  });

  it('the links’ figures stand among sources and assumptions', () => {
    expect(section(input(RECORD), 'assumptions')).toContain('a source');
  });
});
