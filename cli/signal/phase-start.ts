import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PhaseLine } from '../../scenarios/journal-line.ts';

/** Real ms between two looks; a disturbance begins late by at most so much. */
const LOOK_EVERY_MS = 20;

/**
 * Waits until a phase writes to a journal that it has started. Reads only what is new.
 * @returns epoch ms of the phase's plan second 0; null when the signal was aborted first
 */
export async function phaseStart(
  journal: string,
  phase: string,
  signal: AbortSignal,
): Promise<number | null> {
  const file = await open(journal, 'r');
  try {
    let rest = '';
    let offset = 0;
    const chunk = Buffer.alloc(1 << 18);
    while (!signal.aborted) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
      offset += bytesRead;
      const lines = (rest + chunk.toString('latin1', 0, bytesRead)).split('\n');
      rest = lines.pop() ?? '';
      const start = lines.map((line) => startOf(line, phase)).find((at) => at !== null);
      if (start !== undefined) return start;
      if (bytesRead === 0) await pause(LOOK_EVERY_MS);
    }
    return null;
  } finally {
    await file.close();
  }
}

function startOf(text: string, phase: string): number | null {
  // Nearly every line is an attempt, and parsing them all would cost as much as the audit.
  if (!text.includes('"kind":"phase"')) return null;
  try {
    const line = JSON.parse(text) as PhaseLine;
    return line.phase === phase ? line.startedAt : null;
  } catch {
    return null;
  }
}
