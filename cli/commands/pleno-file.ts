import { resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { writePlenoFile } from '../../fixtures/pleno/write.ts';
import { type CommandContext, say } from './context.ts';

export function plenoFileCommand(_context: CommandContext): Command {
  const command = new Command('pleno-file')
    .summary('write the pleno of an offline kecamatan as a file')
    .description(
      'Writes the plenary of a kecamatan without Sirekap Web as the file that it brings: every TPS as counted, each figure that stands otherwise on C.Hasil with the reason.',
    )
    .requiredOption('--plan <folder>', 'plan folder from `generate`')
    .requiredOption('--kecamatan <name|code>', 'the kecamatan')
    .requiredOption('--out <file>', 'new file')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban pleno-file --plan plans/kotabaru --kecamatan Hampang --out hampang.ndjson`,
    );
  command.action(async ({ plan, kecamatan, out }) => {
    const path = resolve(out);
    const written = await writePlenoFile(resolve(plan), kecamatan, path);
    const { code, name } = written.kecamatan;
    say(`pleno of kecamatan ${name} (${code}): ${path}`);
    say(`  ${written.tps} TPS, ${written.corrections} figures corrected, ${written.bytes} bytes`);
    say(`  SHA-256 ${written.sha256}`);
    say(`  POST it to /api/v1/pleno/${code}/import as application/x-ndjson, logged in as its PPK`);
  });
  return command as unknown as Command;
}
