import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, ujiBeban } from '../e2e/command-line.ts';
import { EXIT } from '../exit-codes.ts';

const scratch = scratchFolder();
afterAll(() => scratch.cleanUp());
const at = (file: string) => join(scratch.path, file);

it('regions lists every region with its TPS', async () => {
  const { code, stdout } = await ujiBeban('regions');
  expect(code).toBe(EXIT.ok);
  for (const row of [
    /palembang +1671 +Kota Palembang +2,272/,
    /kotabaru +6302 +Kabupaten Kotabaru +551/,
    /kotawaringin-barat +6201 +Kabupaten Kotawaringin Barat +413/,
    /kutai-kartanegara +6402 +Kabupaten Kutai Kartanegara +1,447/,
    /nasional +0 +Indonesia +435,296/,
  ])
    expect(stdout).toMatch(row);
});

describe('regions show', () => {
  it('kotabaru: areas, accounts, documents, ways, mistakes, load; what is assumed has an asterisk', async () => {
    const { code, stdout } = await ujiBeban('regions', 'show', 'kotabaru');
    expect(code).toBe(EXIT.ok);
    for (const line of [
      /22 kecamatan, 202 kelurahan, 551 TPS, 236,000\* voters/,
      /630214 +Hampang +9 +23 +offline/,
      /kpps +2 for each TPS +1,102/,
      /together +1,595/,
      /C\.Hasil-KWK-Bupati +3 +1,653/,
      /online +400\* +72\.60%/,
      /offline +70 +12\.70%/,
      /with weak signal +70 +12\.70%/,
      /sum-mismatch +0\.26% +1/,
      /of the TPS +TPS, at most/,
      /blurred +2\.00%\* +11/,
      /together +551 +1,102 +3,306 +579 +5,951/,
      /peak\* at \d\d:\d\d WITA: 0\.16 uploads a second, 0\.027 MB\/s published, 0\.28 MB\/s original/,
      /S {2}submission\.ways\.offline = 70 TPS {2}\[articles on/,
      /Open Database License/,
    ])
      expect(stdout).toMatch(line);
  });

  it('palembang with other documents than its own', async () => {
    const { stdout } = await ujiBeban('regions', 'show', 'palembang', '--documents', 'six-sheets');
    expect(stdout).toMatch(/documents of a TPS \(six-sheets\*\)/);
    expect(stdout).toMatch(/together +6 +13,632/);
  });

  it('nasional: by provinsi', async () => {
    const { code, stdout } = await ujiBeban('regions', 'show', 'nasional');
    expect(code).toBe(EXIT.ok);
    expect(stdout).toMatch(/38 provinsi, 514 kab\/kota, 7,285 kecamatan, 83,762 kelurahan, 435,296 TPS/);
    expect(stdout).toMatch(/16 +Sumatera Selatan +241 +3,259 +[\d,]+\* +18 +2,272/);
  });
});

describe('regions new and check', () => {
  it('go from a code to a plan', async () => {
    const file = at('kotabaru.yaml');
    const made = await ujiBeban('regions', 'new', '63.02', '--tps', '551', '--dpt', '236000', '--out', file);
    expect(made).toMatchObject({ code: EXIT.ok, stderr: '' });
    const checked = await ujiBeban('regions', 'check', file);
    expect(checked).toMatchObject({ code: EXIT.ok, stderr: '' });
    expect(checked.stdout).toMatch(/^OK .*\n {2}Kabupaten Kotabaru \(6302\): 22 kecamatan, 202 kelurahan/);
    const plan = await ujiBeban('generate', '--region', file, '--photos', 'none', '--out', at('plan'));
    expect(plan).toMatchObject({ code: EXIT.ok, stderr: '' });
    expect(plan.stdout).toContain('551 TPS, 236000 voters');
  });

  it('never write over a file', async () => {
    writeFileSync(at('mine.yaml'), 'mine');
    const { code, stderr } = await ujiBeban(
      'regions',
      'new',
      '6302',
      '--tps',
      '551',
      '--dpt',
      '236000',
      '--out',
      at('mine.yaml'),
    );
    expect(code).toBe(EXIT.disk);
    expect(stderr).toContain('is there already');
    expect(readFileSync(at('mine.yaml'), 'utf8')).toBe('mine');
  });

  it('tell every fault of a profile at file, line and column', async () => {
    const file = at('broken.yaml');
    await ujiBeban('regions', 'new', '6302', '--tps', '551', '--dpt', '236000', '--out', file);
    const text = readFileSync(file, 'utf8')
      .replace('turnout: { value: 0.68', 'turnout: { value: 1.68')
      .replace('slug: kabupaten-kotabaru', 'slug: Kotabaru');
    writeFileSync(file, text);
    const { code, stdout, stderr } = await ujiBeban('regions', 'check', file);
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
    const lines = text.split('\n');
    for (const [field, cell] of [
      ['slug', 'Kotabaru'],
      ['voters.turnout.value', '1.68'],
    ] as const) {
      const line = lines.findIndex(
        (row) => row.includes(cell) && row.includes(field.split('.').at(-2) ?? field),
      );
      const column = (lines[line] as string).indexOf(cell) + 1;
      expect(stderr).toContain(`${file}:${line + 1}:${column} ${field}: `);
    }
  });

  it('check takes a slug of the toolkit, and no slug of it for another file', async () => {
    const shipped = await ujiBeban('regions', 'check', 'kotabaru');
    expect(shipped).toMatchObject({ code: EXIT.ok, stderr: '' });
    expect(shipped.stdout).toMatch(/^OK {2}kotabaru\n {2}Kabupaten Kotabaru \(6302\)/);
    expect((await ujiBeban('regions', 'check', 'complete')).stdout).toContain('document profile complete');
    const mistyped = await ujiBeban('regions', 'check', 'kotabru');
    expect(mistyped).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining('Did you mean "kotabaru"?'),
    });
    writeFileSync(at('empty.yaml'), '');
    const empty = await ujiBeban('regions', 'check', at('empty.yaml'));
    expect(empty.code).toBe(EXIT.usage);
    expect(empty.stderr).toContain(`${at('empty.yaml')}:1:1 there is nothing in this file`);
  });

  it('tell every fault of a CSV, and which kelurahan it does not have', async () => {
    writeFileSync(at('bad.csv'), 'kode,tps,dpt\n6302012001,2,800\n6302012001,x,800\n');
    const bad = await ujiBeban('regions', 'new', '6302', '--csv', at('bad.csv'), '--out', at('bad.yaml'));
    expect(bad.code).toBe(EXIT.usage);
    expect(bad.stderr).toContain(`${at('bad.csv')}:3:1 6302012001 stands in line 2 already`);
    expect(bad.stderr).toContain(`${at('bad.csv')}:3:12 "x" is no number of TPS`);

    writeFileSync(at('part.csv'), 'kode;tps;dpt\n63.02.01.2001;2;800\n');
    const part = await ujiBeban(
      'regions',
      'new',
      '630201',
      '--csv',
      at('part.csv'),
      '--out',
      at('part.yaml'),
    );
    expect(part.code).toBe(EXIT.usage);
    expect(part.stderr).toMatch(/does not have the TPS of every kelurahan: 630201\d{4} \w+/);
    const totals = ['--tps', '11', '--dpt', '4600'];
    const full = await ujiBeban(
      'regions',
      'new',
      '630201',
      '--csv',
      at('part.csv'),
      ...totals,
      '--out',
      at('part.yaml'),
    );
    expect(full.code).toBe(EXIT.ok);
    expect(full.stdout).toMatch(/not in the CSV, so the rest of the TPS is spread over them: 630201\d{4}/);
  });

  it('say that an area or a region does not exist, and what was meant', async () => {
    const area = await ujiBeban('regions', 'new', '6399', '--tps', '5', '--dpt', '5', '--out', at('x.yaml'));
    expect(area).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining('6302 Kabupaten Kotabaru'),
    });
    const region = await ujiBeban('regions', 'show', 'kotabru');
    expect(region).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining('Did you mean "kotabaru"?'),
    });
  });
});
