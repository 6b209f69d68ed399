import { Command } from '@commander-js/extra-typings';
import { auditFolder } from '../audit/audit-run.ts';
import { EXIT } from '../exit-codes.ts';
import { type CommandContext, say } from './context.ts';
import { AUTHORISATION_OPTION, SECRETS_OPTION } from './target-options.ts';

/** Findings printed; the rest stay in audit.json. */
const SHOWN_FINDINGS = 10;

export function auditCommand(context: CommandContext): Command {
  const command = new Command('audit')
    .summary('account for every document of a run')
    .description(
      "Holds a run's journal against its plan and against what the target gives back. Writes audit.json.",
    )
    .argument('<run>', 'run folder')
    .option('--plan <folder>', 'the plan, if it is no longer where the run found it')
    .addOption(AUTHORISATION_OPTION)
    .addOption(SECRETS_OPTION)
    .option('--k6 <path>', 'the k6 that reads back (default: that of the run)')
    .option('--refresh', 'ask the target again although its answer is in the run folder already', false)
    .addHelpText(
      'after',
      `
The target is read back by k6, through the adapter of the run. What follows -- goes to k6 as it is.
Exit code 0 when every planned document is stored exactly once and intact, 1 when not.

Example:
  $ uji-beban audit runs/r1`,
    );
  command.action(async (run, options) => {
    const audit = await auditFolder({
      run,
      ...options,
      k6Options: context.k6Options,
      signal: context.signal,
    });
    const { planned, stored, lost, altered, duplicated, unacknowledged, notAsked, unexpected } = audit;
    say(
      `uploads planned ${planned}, stored ${stored}, lost ${lost}, altered ${altered}, duplicated ${duplicated},`,
    );
    say(
      `  never acknowledged ${unacknowledged} (of these never asked ${notAsked}), unexpected ${unexpected}`,
    );
    say(`TPS complete ${audit.tps.complete} of ${audit.tps.planned}`);
    say(`accounts used ${audit.accounts.used} of ${audit.accounts.handedOut}`);
    if (audit.readback.sameStore === false)
      say('the read-back is of another store than the run was sent to: what is missing here may be there');
    for (const finding of audit.findings.slice(0, SHOWN_FINDINGS))
      say(`  ${finding.code}: ${finding.message}`);
    const more = audit.findings.length - SHOWN_FINDINGS;
    if (more > 0) say(`  … and ${more} more in audit.json`);
    context.setExitCode(stored === planned && unexpected === 0 ? EXIT.ok : EXIT.fail);
  });
  return command as unknown as Command;
}
