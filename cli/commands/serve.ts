import { resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { readPlan } from '../../fixtures/plan/read.ts';
import { liesAskedFor } from '../../mock-server/lies/parse-lie.ts';
import { applyPreset } from '../../mock-server/presets/apply-preset.ts';
import { loadPreset } from '../../mock-server/presets/load-preset.ts';
import { DEFAULT_PUBLISH_SECOND } from '../../mock-server/public/publication-clock.ts';
import { DEFAULT_RECOGNITION } from '../../mock-server/recognition/settings.ts';
import { startServer } from '../../mock-server/server.ts';
import { isPostgresUrl } from '../../mock-server/store/postgres/location.ts';
import { keepTickShape } from '../../mock-server/tick-shape.ts';
import { collectYoungAlone } from '../../mock-server/young-generation-alone.ts';
import {
  ACTIVATION_OPTION,
  ADDRESS_RATE_LIMIT_OPTION,
  accountRules,
  LOCKOUT_OPTION,
  RATE_LIMIT_OPTION,
  TOKEN_LIFE_OPTION,
} from './account-options.ts';
import { type CommandContext, say } from './context.ts';
import { port, positiveNumber, publicationPeriod, recognition, seed } from './options.ts';

export function serveCommand(context: CommandContext): Command {
  const command = new Command('serve')
    .summary('start the mock recap API')
    .description('Starts the mock recap API for a plan, on this machine only, until Ctrl-C.')
    .requiredOption('--plan <folder>', 'plan folder from `generate`')
    .option('--port <n>', 'port to listen on, 0 for any free one', port, 8080)
    .option(
      '--store <file|url>',
      'SQLite file that keeps the uploads, or postgres://user@host/database on this machine',
      'runs/mock.sqlite',
    )
    .option(
      '--photos <folder|discard>',
      'folder that keeps the photos; discard hashes and drops them',
      'discard',
    )
    .option(
      '--publish-every <seconds>',
      'how often the public pages are published; 0: at once',
      publicationPeriod,
      DEFAULT_PUBLISH_SECOND,
    )
    .option(
      '--lie <kind:amount...>',
      'lie about stored documents, for tests of an audit, e.g. lose:0.001 alter:3',
    )
    .option('--i-know-this-server-lies', 'what --lie asks for beside it')
    .option(
      '--seed <n>',
      'seed of service times, of what is misread and of which uploads are lied about',
      seed,
      0,
    )
    .option(
      '--preset <name|file>',
      'how weak it is: healthy, login-storm-2024-10-13, overload-2024-02-14, or a file',
    )
    .option(
      '--speed <n>',
      'plan seconds in a second, as `run` will have it; a preset is scaled by it',
      positiveNumber,
      1,
    )
    .option(...TOKEN_LIFE_OPTION)
    .option(...LOCKOUT_OPTION)
    .option(...RATE_LIMIT_OPTION)
    .option(...ADDRESS_RATE_LIMIT_OPTION)
    .option(...ACTIVATION_OPTION)
    .option(
      '--recognition <on|off|settings>',
      'how photos of C.Hasil are read, e.g. accuracy=0.9,workers=4,mean-ms=800; off: at once, as they are written (default: the preset’s, else on)',
      recognition,
    )
    .option('--stop-with-parent', 'stop when standard input ends')
    .addHelpText(
      'after',
      `
Examples:
  $ uji-beban serve --plan plans/palembang --port 8080
  $ PGPASSWORD=... uji-beban serve --plan plans/palembang --store postgres://sirekap@127.0.0.1/sirekap --photos runs/photos
  $ uji-beban serve --plan plans/palembang --preset login-storm-2024-10-13 --speed 400`,
    );
  command.action(async (options) => {
    collectYoungAlone();
    keepTickShape();
    const asked = liesAskedFor(options.lie ?? [], options.iKnowThisServerLies === true);
    const preset = options.preset === undefined ? null : loadPreset(options.preset);
    const weak =
      preset && applyPreset(preset, await readPlan(resolve(options.plan)), options.speed, options.seed);
    const reading =
      options.recognition === undefined ? (weak?.recognition ?? DEFAULT_RECOGNITION) : options.recognition;
    const server = await startServer({
      planDir: resolve(options.plan),
      port: options.port,
      storePath: isPostgresUrl(options.store) ? options.store : resolve(options.store),
      ...(options.photos !== 'discard' && { photosDir: resolve(options.photos) }),
      publishEverySecond: options.publishEvery,
      ...(weak && { capacity: weak.capacity, faults: weak.faults, passwordCost: weak.passwordCost }),
      ...(reading && { recognition: { ...reading, seed: options.seed } }),
      accounts: accountRules(options),
      lies: { asked, seed: options.seed },
    });
    if (preset && weak) {
      const { workers, queue } = weak.capacity;
      say(
        `preset ${preset.name} at speed ${options.speed}: ${workers} workers, queue ${queue}, demand ${weak.utilisation.toFixed(2)} of capacity`,
      );
    }
    if (asked.length > 0) say(`THIS SERVER LIES: ${asked.map(({ text }) => text).join(', ')}`);
    say(`mock recap API at ${server.url}  (metrics ${server.url}/metrics, contract ${server.url}/docs)`);
    await stopped(context.signal, options.stopWithParent === true);
    await server.close();
  });
  return command as unknown as Command;
}

function stopped(signal: AbortSignal, withParent: boolean): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (withParent) {
      process.stdin.once('end', () => resolve());
      process.stdin.resume();
    }
  });
}
