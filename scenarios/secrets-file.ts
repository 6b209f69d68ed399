/** The credentials of one account at the target, in place of the plan's synthetic ones. */
export interface Secret {
  /** The account in the plan, whose name alone stands in journals and reports. */
  username: string;
  password: string;
  /** What it is called at the target. */
  login: string;
}

/**
 * Reads a secrets file: NDJSON `{"username", "password", "login"?}`, or CSV `username,password[,login]` with or without a header.
 * No message of it quotes what stands in the file.
 * @throws Error naming the line
 */
export function parseSecrets(text: string): Secret[] {
  const secrets: Secret[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line.trim() === '' || (secrets.length === 0 && /^"?username"?,"?password"?(,"?login"?)?$/.test(line)))
      continue;
    const secret = line.startsWith('{') ? fromJson(line) : fromCsv(line);
    if (secret === null) {
      throw new Error(
        `line ${i + 1} of the secrets file is neither {"username": …, "password": …} nor username,password`,
      );
    }
    secrets.push(secret);
  }
  return secrets;
}

function fromJson(line: string): Secret | null {
  try {
    const { username, password, login = username } = JSON.parse(line) as Partial<Record<string, unknown>>;
    return secretOf([username, password, login]);
  } catch {
    return null;
  }
}

function fromCsv(line: string): Secret | null {
  const fields: string[] = [];
  // A field in quotes, in which "" is one of them, or one without; then a comma or the end.
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (let end = ','; end === ','; ) {
    const match = field.exec(line);
    if (match === null) return null;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    end = match[3] ?? '';
  }
  return fields.length === 2
    ? secretOf([...fields, fields[0]])
    : fields.length === 3
      ? secretOf(fields)
      : null;
}

function secretOf([username, password, login]: unknown[]): Secret | null {
  if (typeof username !== 'string' || typeof password !== 'string' || typeof login !== 'string') return null;
  return username === '' || password === '' || login === '' ? null : { username, password, login };
}
