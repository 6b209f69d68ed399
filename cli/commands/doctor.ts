import { Command } from '@commander-js/extra-typings';
import { checks, examine } from '../doctor/checks.ts';
import { EXIT } from '../exit-codes.ts';
import { locateK6 } from '../k6/locate.ts';
import { locateToxiproxy } from '../signal/toxiproxy-binary.ts';
import { type CommandContext, say, styled } from './context.ts';
import { port } from './options.ts';

export function doctorCommand({ signal, setExitCode }: CommandContext): Command {
  const command = new Command('doctor')
    .summary('check that this machine can run a round')
    .description('Checks what a round needs of this machine and says what to do about what is missing.')
    .option('--k6 <path>', 'the k6 to check')
    .option('--build-k6', 'build the pinned k6 first if none is found', false)
    .option('--build-toxiproxy', 'build the pinned toxiproxy first, over which bad links are played', false)
    .option('--port <n>', 'port the mock would use', port, 8080)
    .addHelpText(
      'after',
      `
Exit code 0 when a round can start, 16 when something it cannot do without is missing.

Example:
  $ uji-beban doctor`,
    );
  command.action(async (options) => {
    if (options.buildK6) {
      await locateK6({
        path: options.k6,
        build: true,
        onOutput: (text) => process.stderr.write(text),
        signal,
      });
    }
    if (options.buildToxiproxy) {
      const onOutput = (text: string) => process.stderr.write(text);
      await locateToxiproxy({ build: true, onOutput, signal });
    }
    const results = await examine(checks(options.k6, options.port));
    for (const { label, required, ok, found, remedy } of results) {
      const mark = ok
        ? styled('green', 'ok     ')
        : required
          ? styled('red', 'missing')
          : styled('yellow', 'advice ');
      say(`${mark} ${label}: ${found}`);
      if (!ok) say(`        ${remedy}`);
    }
    setExitCode(results.every(({ ok, required }) => ok || !required) ? EXIT.ok : EXIT.k6);
  });
  return command as unknown as Command;
}
