/** Number of each session's first of something, and one more entry: how many there are. @param ofSession how many a session has */
export function firstOfEach(sessions: number, ofSession: (session: number) => number): Uint32Array {
  const first = new Uint32Array(sessions + 1);
  for (let session = 0; session < sessions; session++)
    first[session + 1] = (first[session] ?? 0) + ofSession(session);
  return first;
}
