/**
 * Erlang's C formula: the probability that an arrival at an M/M/c queue has to wait.
 * @param load arrival rate times mean service time, in Erlang; below `workers`
 */
export function erlangC(workers: number, load: number): number {
  // Erlang B by its recursion, then C from B (Cooper, Introduction to Queueing Theory, 1981, ch. 3).
  let b = 1;
  for (let n = 1; n <= workers; n++) b = (load * b) / (n + load * b);
  return b / (1 - (load / workers) * (1 - b));
}

/** Mean wait in an M/M/c queue, in the unit of `meanService`. */
export function meanWait(workers: number, load: number, meanService: number): number {
  return (erlangC(workers, load) * meanService) / (workers - load);
}
