import type { PlannedTps } from '../../fixtures/plan/types.ts';
import { jpeg } from './jpeg.ts';
import { type SmallPlan, smallElections, smallPlan } from './small-plan.ts';
import { type Answer, call, type TestServer, TPS } from './test-server.ts';

const DPT = 300;
const RECEIVED = DPT + Math.ceil(DPT / 40);

/**
 * The small plan with forms on which every rule holds, each TPS with figures of its own.
 * @param perKelurahan TPS in each of the three kelurahan
 */
export function smallForms(perKelurahan = 2): SmallPlan {
  const { plan, tps, accounts } = smallElections(smallPlan(perKelurahan));
  return { plan, tps: tps.map(withForms), accounts };
}

function withForms(line: PlannedTps, i: number): PlannedTps {
  const row = (male: number, female: number) => ({ male, female, total: male + female });
  const voters = {
    dpt: row(140, DPT - 140),
    usersDpt: row(70, 85 + i),
    usersDptb: row(1, 1),
    usersDpk: row(2, 1),
    users: row(73, 87 + i),
  };
  const used = voters.users.total;
  const contests = line.contests.map(({ election }, e) => ({
    election,
    votes: [100 + i, 50 + e, 9 - e],
    valid: used - 1,
    invalid: 1,
    total: used,
    ballots: { received: RECEIVED, used, spoilt: 2, unused: RECEIVED - used - 2 },
  }));
  return { ...line, voters, contests };
}

/** C.Hasil of one TPS as its KPPS handle it. */
export interface FormClient {
  /** Uploads every page, each photo with content of its own. @param take names the photos; another take, other bytes */
  photograph(take?: string): Promise<void>;
  reading(): Promise<Answer>;
  /** The reading once nothing waits to be read any more. */
  settled(): Promise<Answer>;
  confirm(request: object, username?: string): Promise<Answer>;
  history(query?: string): Promise<Answer>;
  /** Status 0 to 3 of the document. */
  status(): Promise<number>;
}

/** @param pages of the document */
export function formClient(
  server: TestServer,
  { kode = TPS, type = 'c-hasil-gubernur', pages = 3 } = {},
): FormClient {
  const path = `/api/v1/tps/${kode}/documents/${type}`;
  const username = `kpps-${kode}`;
  const reading = () => server.get(`${path}/reading`, username);
  return {
    photograph: async (take = 'satu') => {
      for (let page = 1; page <= pages; page++)
        await server.upload({
          username,
          kode,
          type,
          page,
          run: take,
          photo: jpeg(`${take} ${type} ${page}`),
        });
    },
    reading,
    settled: async () => {
      for (;;) {
        const answer = await reading();
        if (answer.body.state !== 'pending') return answer;
      }
    },
    confirm: async (request, as = username) =>
      call(`${server.url}${path}/confirm`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await server.token(as)}` },
        body: JSON.stringify(request),
      }),
    history: (query = '') => server.get(`${path}/history${query}`, username),
    status: async () => {
      const { documents } = (await server.get(`/api/v1/tps/${kode}/status`, username)).body;
      return documents.find((each: { type: string }) => each.type === type).status;
    },
  };
}
