import { setTimeout } from 'node:timers/promises';
import { passwordOf } from '../../testing/small-plan.ts';
import { type Answer, call } from '../../testing/test-server.ts';

/** One form that one operator keeps saving, and what that operator knows of it. */
interface Work {
  username: string;
  kode: string;
  election: string;
  /** Acknowledged last. */
  revision: number;
  figure: number;
  /** Asked and not answered before the server died. */
  unanswered: { revision: number; figure: number } | null;
}

/** Operators who each keep saving a form of their own; the judge of a pleno after its server was killed. */
export interface PlenoLoad {
  readonly works: readonly Work[];
  /** Saves that were acknowledged. */
  readonly acknowledged: number;
  start(url: string): Promise<{ stop(): Promise<void> }>;
  /** Resolves once that many more saves were acknowledged. @throws after 30 s */
  acknowledge(count: number): Promise<void>;
  /** Asks once more what was never answered. @returns the statuses */
  repeatUnanswered(url: string): Promise<number[]>;
  ask(url: string, method: string, path: string, username: string, body?: unknown): Promise<Answer>;
}

export function createPlenoLoad(forms: readonly Pick<Work, 'username' | 'kode' | 'election'>[]): PlenoLoad {
  const works: Work[] = forms.map((form) => ({ ...form, revision: 0, figure: 0, unanswered: null }));
  const tokens = new Map<string, string>();
  let acknowledged = 0;

  async function ask(url: string, method: string, path: string, username: string, body?: unknown) {
    if (!tokens.has(username)) {
      const login = await call(`${url}/api/v1/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: passwordOf(username) }),
      });
      tokens.set(username, login.body.token);
    }
    return call(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(username)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async function save(url: string, work: Work, asked: { revision: number; figure: number }): Promise<number> {
    const { username, kode, election } = work;
    work.unanswered = asked;
    const { status, body } = await ask(
      url,
      'PUT',
      `/pleno/${kode.slice(0, 6)}/tps/${kode}/${election}`,
      username,
      {
        revision: asked.revision,
        figures: { 'votes.1': asked.figure },
        reason: 'Dicocokkan dengan C.Hasil',
      },
    );
    work.unanswered = null;
    if (status !== 200) throw new Error(`a save was answered ${status}: ${JSON.stringify(body)}`);
    work.revision = body.dHasil.revision;
    work.figure = asked.figure;
    acknowledged++;
    return status;
  }

  return {
    works,
    get acknowledged() {
      return acknowledged;
    },
    ask,
    start: async (url) => {
      let stopped = false;
      const refused: unknown[] = [];
      const operator = async (work: Work) => {
        while (!stopped && work.unanswered === null) {
          const asked = { revision: work.revision, figure: (work.figure + 1) % 1000 };
          // fetch's own error is the dead server; everything else is an answer that should not have been given.
          await save(url, work, asked).catch((error) => {
            if (!(error instanceof TypeError)) refused.push(error);
          });
        }
      };
      const running = Promise.all(works.map(operator));
      return {
        stop: async () => {
          stopped = true;
          await running;
          if (refused.length > 0) throw refused[0];
        },
      };
    },
    acknowledge: async (count) => {
      const enough = acknowledged + count;
      const until = Date.now() + 30_000;
      while (acknowledged < enough) {
        if (Date.now() > until) throw new Error(`only ${acknowledged} of ${enough} saves in 30 s`);
        await setTimeout(1);
      }
    },
    repeatUnanswered: async (url) => {
      const statuses: number[] = [];
      for (const work of works) if (work.unanswered) statuses.push(await save(url, work, work.unanswered));
      return statuses;
    },
  };
}
