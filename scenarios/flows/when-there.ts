/**
 * Goes on with a value that is there already, or when it is. `await` does the same, at a price: k6 keeps some 17 kB for every VU that has awaited
 * anything, see docs/k6.md, "What a VU keeps".
 */
export function whenThere<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<Awaited<R>> {
  return isPromise(value) ? (value.then(next) as Promise<Awaited<R>>) : next(value);
}

/** Whether a value is yet to come. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Partial<Promise<T>> | null | undefined)?.then === 'function';
}
