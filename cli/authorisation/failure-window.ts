/**
 * What a share of failed attempts is told from where nothing else is said: real seconds, and the fewest attempts in them.
 * Assumed: long enough, and enough of them, that a single burst of errors is no reason to stop.
 */
export const LOOKED_AT = { withinSecond: 10, minimumAttempts: 20 } as const;
