import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { chosenDocuments } from '../../fixtures/regions/documents.ts';
import { electionsHeld } from '../../fixtures/regions/elections-held.ts';
import { examineRegionText } from '../../fixtures/regions/examine.ts';
import { type NewArea, newArea } from '../../fixtures/regions/new-area.ts';
import { newProfile } from '../../fixtures/regions/new-profile.ts';
import { namesOf, totalsOf, withoutFigures } from '../../fixtures/regions/new-totals.ts';
import { isFileName, placedLine } from '../../fixtures/regions/profile-file.ts';
import { profileYaml } from '../../fixtures/regions/profile-yaml.ts';
import { type KelurahanFigures, readTpsCsv } from '../../fixtures/regions/tps-csv.ts';
import { say } from './context.ts';
import { grouped } from './text-table.ts';

const USUAL_PAIRS = 3;

export function newRegionCommand(): Command {
  const command = new Command('new')
    .summary('write the profile of a region of your own')
    .description(
      'Writes a commented profile (YAML) of any provinsi, kab/kota or kecamatan. Names and codes are those of idn-area-data; TPS and voters are yours, as totals or as a CSV per kelurahan.',
    )
    .argument('<kode>', 'kode wilayah: 2 digits provinsi, 4 kab/kota, 6 kecamatan; dotted or not')
    .option('--tps <n>', 'TPS of the region', counted)
    .option('--dpt <n>', 'voters on its final list', counted)
    .option('--csv <file>', 'kode,tps,dpt per kelurahan, separated by , or ;')
    .option('--documents <profile>', 'document profile: a slug or a file', 'six-sheets')
    .option('--pairs-gubernur <n>', 'pairs for gubernur, 0 where there is no such election', pairs)
    .option('--pairs-kabkota <n>', 'pairs for bupati or wali kota, 0 where there is no such election', pairs)
    .option('--source <text>', 'the publication these numbers are from; without it they count as assumed')
    .requiredOption('--out <file>', 'new file for the profile, .yaml', yamlFile)
    .addHelpText(
      'after',
      `
Examples:
  $ uji-beban regions new 18.71 --tps 1400 --dpt 780000 --out bandar-lampung.yaml
  $ uji-beban regions new 1871 --csv tps.csv --source "KPU Kota Bandar Lampung, DPT 2024" --out bandar-lampung.yaml`,
    );
  command.action((kode, options) => {
    const area = newArea(kode);
    const kelurahan = options.csv === undefined ? new Map() : readCsv(options.csv, area);
    const totals = totalsOf(area, kelurahan, options);
    const out = resolve(options.out);
    const profile = newProfile({
      area,
      ...totals,
      kelurahan,
      pairs: pairsOf(area, options),
      documents: chosenDocuments(options.documents),
      documentsName: isFileName(options.documents)
        ? relative(dirname(out), resolve(options.documents))
        : options.documents,
      source: options.source ?? null,
    });
    const text = profileYaml(profile);
    const { faults } = examineRegionText(text, out);
    if (faults.length > 0)
      throw new OperatorError(
        'USAGE',
        ['With these numbers the profile would not be valid:', ...faults.map(({ message }) => message)].join(
          '\n',
        ),
        'Correct the numbers; nothing was written.',
      );
    write(out, text);
    const without = withoutFigures(area, kelurahan);
    say(`${area.name} (${area.code}): ${options.out}`);
    say(
      `  ${grouped(area.kecamatan.length)} kecamatan, ${grouped(without.length + kelurahan.size)} kelurahan, ${grouped(totals.tps)} TPS, ${grouped(totals.dpt)} voters`,
    );
    if (options.csv !== undefined && without.length > 0)
      say(`  not in the CSV, so the rest of the TPS is spread over them: ${namesOf(without)}`);
    say(
      '  elections, accounts, ways of submission and all else are assumed: the comments say what to look at',
    );
    say(`  next: uji-beban regions show ${options.out}`);
  });
  return command as unknown as Command;
}

function readCsv(file: string, area: NewArea): Map<string, KelurahanFigures> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      'USAGE',
      `${file} cannot be read: ${(cause as Error).message}`,
      'Give the path of a CSV file with the columns kode,tps,dpt.',
      { cause },
    );
  }
  const all = area.kecamatan.flatMap(({ kelurahan }) => kelurahan);
  const { kelurahan, faults } = readTpsCsv(text, file, all);
  if (faults.length > 0)
    throw new OperatorError(
      'USAGE',
      [`The CSV cannot be taken as it is:`, ...faults.map(placedLine)].join('\n'),
      `Correct these lines. Codes of 10 digits, dotted or not, as in ${all[0]?.code} ${all[0]?.name}.`,
    );
  return kelurahan;
}

function pairsOf(
  { code }: NewArea,
  options: { pairsGubernur?: number | undefined; pairsKabkota?: number | undefined },
): { gubernur: number; kabkota: number } {
  const held = electionsHeld(code);
  const usual = (isHeld: boolean) => (isHeld ? USUAL_PAIRS : 0);
  const chosen = {
    gubernur: options.pairsGubernur ?? usual(held.gubernur),
    kabkota: options.pairsKabkota ?? usual(held.kabkota),
  };
  if (chosen.gubernur + chosen.kabkota === 0)
    throw new OperatorError('USAGE', 'There is no election without pairs.', 'Give pairs for one of them.');
  return chosen;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new OperatorError(
        'NOT_WRITABLE',
        `${file} is there already.`,
        'Choose another --out, or remove that file first.',
      );
    throw writeTrouble(error, file);
  }
}

function counted(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number above 0, digits only.');
  return value;
}

function pairs(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 99)
    throw new InvalidArgumentError('It must be a whole number from 0 to 99.');
  return value;
}

function yamlFile(text: string): string {
  if (!/\.ya?ml$/i.test(text)) throw new InvalidArgumentError('It must end in .yaml: JSON has no comments.');
  return text;
}
