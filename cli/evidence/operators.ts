/** What a criterion may demand of a value. An operator that is not here is not known. */
export const OPERATORS = {
  '==': (found: number, expected: number) => found === expected,
  '<=': (found: number, expected: number) => found <= expected,
  '<': (found: number, expected: number) => found < expected,
  '>=': (found: number, expected: number) => found >= expected,
  '>': (found: number, expected: number) => found > expected,
} as const satisfies Record<string, (found: number, expected: number) => boolean>;

export type Operator = keyof typeof OPERATORS;

export const OPERATOR_NAMES = Object.keys(OPERATORS) as [Operator, ...Operator[]];
