// Loaded before the unit tests (.mocharc.json).

import fc from 'fast-check';

// Property tests draw the same values in every run, so that a run fails because of a change and not by chance.
// PURPOSE_SEED sets another seed, `random` a new one in each run.
const { PURPOSE_SEED = '20261128' } = process.env;
const seed = PURPOSE_SEED === 'random' ? Date.now() % 0x7fffffff : Number(PURPOSE_SEED);
if (!Number.isInteger(seed)) throw new Error(`PURPOSE_SEED is ${PURPOSE_SEED}: set an integer or "random".`);
if (process.env.PURPOSE_SEED !== undefined) console.log(`Seed of the property tests: ${seed}`);
fc.configureGlobal({ seed });

// In a run under c8: the programs that tests start are minified builds, whose coverage cannot be read. Writing it for
// each of them takes a third as long as the tests themselves.
delete process.env.NODE_V8_COVERAGE;
