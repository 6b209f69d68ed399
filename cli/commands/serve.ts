import { resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { DEFAULT_PUBLISH_SECOND } from '../../mock-server/public/publication-clock.ts';
import { startServer } from '../../mock-server/server.ts';
import { isPostgresUrl } from '../../mock-server/store/postgres/location.ts';
import { type CommandContext, say } from './context.ts';
import { port, publicationPeriod } from './options.ts';

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
    .option('--stop-with-parent', 'stop when standard input ends')
    .addHelpText(
      'after',
      `
Example:
  $ uji-beban serve --plan plans/palembang --port 8080
  $ PGPASSWORD=... uji-beban serve --plan plans/palembang --store postgres://sirekap@127.0.0.1/sirekap --photos runs/photos`,
    );
  command.action(async (options) => {
    const server = await startServer({
      planDir: resolve(options.plan),
      port: options.port,
      storePath: isPostgresUrl(options.store) ? options.store : resolve(options.store),
      ...(options.photos !== 'discard' && { photosDir: resolve(options.photos) }),
      publishEverySecond: options.publishEvery,
    });
    say(
      `mock recap API at ${server.url}  (metrics ${server.url}/metrics, contract ${server.url}/openapi.json)`,
    );
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
