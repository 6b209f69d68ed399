import type { ServiceTime } from '../contract/capacity.ts';

/** How well and how fast photos of C.Hasil are read. */
export interface RecognitionSettings {
  /** Share of the figures of faultless photos that are read right, 0..1. */
  accuracy: number;
  /** Photos that are read at once. */
  workers: number;
  /** Of one photo, in real milliseconds. */
  service: ServiceTime;
}

/**
 * Accuracy: the middle of the 92-93% that readings of 2024 reached in the field at best (V). Workers and time (A): assumed, so
 * that 80 photos a second are read, the rate at which the toolkit's rounds of Palembang bring them at speed 400.
 */
export const DEFAULT_RECOGNITION: RecognitionSettings = {
  accuracy: 0.925,
  workers: 20,
  service: { distribution: 'lognormal', meanMs: 250, cv: 1 },
};
