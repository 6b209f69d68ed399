import type { RunRecord } from '../../run-folder/types.ts';

const HIDDEN = '***';
const SECRET_NAME = /pass(word|wd)?|sandi|token|secret|authori[sz]ation|api[-_]?key|cookie|credential/i;

/** Whether a variable, field or option of this name may hold a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The run record as it may leave the run folder: passwords, tokens and the like are replaced wherever they may hide. */
export function withoutSecrets(run: RunRecord): RunRecord {
  return {
    ...run,
    target: { ...run.target, url: withoutUrlSecrets(run.target.url) },
    k6: { ...run.k6, arguments: withoutArgumentSecrets(run.k6.arguments) },
    effectiveOptions: withoutValueSecrets(run.effectiveOptions),
  };
}

function withoutUrlSecrets(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, `$1${HIDDEN}@`)
    .replace(/([?&][^=&#]*)=([^&#]*)/g, (pair, name: string) =>
      SECRET_NAME.test(name) ? `${name}=${HIDDEN}` : pair,
    );
}

function withoutArgumentSecrets(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const before = words[index - 1] ?? '';
    if (/^--?[a-z]/i.test(before) && !before.includes('=') && SECRET_NAME.test(before)) return HIDDEN;
    const assigned = /^([^=\s]+)=/.exec(word);
    if (assigned && SECRET_NAME.test(assigned[1] ?? '')) return `${assigned[1]}=${HIDDEN}`;
    return withoutUrlSecrets(word);
  });
}

function withoutValueSecrets(value: unknown): unknown {
  if (typeof value === 'string') return withoutUrlSecrets(value);
  if (Array.isArray(value)) return value.map(withoutValueSecrets);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) ? HIDDEN : withoutValueSecrets(inner),
    ]),
  );
}
