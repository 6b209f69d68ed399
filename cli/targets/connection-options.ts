/**
 * k6's options that say how to reach a target, whatever is asked of it: what `run` is given of these after `--` holds for its
 * questions to the target too. Value: whether a word of its own follows.
 */
const CONNECTION: Record<string, boolean> = {
  '--config': true,
  '-c': true,
  '--dns': true,
  '--insecure-skip-tls-verify': false,
  '--local-ips': true,
  '--user-agent': true,
  '--env': true,
  '-e': true,
};

/** Of options for k6, those that concern the connection and what an adapter is told. */
export function connectionOptions(k6Options: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < k6Options.length; i++) {
    const option = k6Options[i] as string;
    const name = option.split('=')[0] as string;
    const takesValue = CONNECTION[name];
    if (takesValue === undefined) continue;
    kept.push(option);
    if (takesValue && !option.includes('=')) kept.push(k6Options[++i] ?? '');
  }
  return kept;
}
