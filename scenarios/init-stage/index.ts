/**
 * What a scenario works out once for all its VUs, in k6's first reading of the script. Nothing that runs in a VU imports a value from here:
 * k6 keeps every function of a script for every VU, and a script made of one file leaves these in a function that no VU calls.
 */
export { prepare } from './prepare.ts';
export { readSecrets, readSettings, readTpsLinks } from './settings.ts';
export { partsOf } from './target-parts.ts';
