/** Milliseconds after the start of k6, while the uploads run: one fault of each kind. */
const FAULTS = [
  { name: 'lambat', type: 'slow', startMs: 9_000, durationMs: 3_000, delayMs: 300 },
  { name: 'putus', type: 'outage', startMs: 13_000, durationMs: 2_500 },
  { name: 'galat', type: 'errors', startMs: 16_500, durationMs: 4_000, share: 0.6 },
];

/** Asks the simulator for faults, so that a short round has failures of every kind to show. */
export async function playFaults(server: string, startsAt: number): Promise<void> {
  const url = `${server}/simulator/faults`;
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ startsAt, faults: FAULTS }),
  });
  if (response.status !== 204)
    throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
