import { endPrograms } from '../../harness/open-workbench';

/** Mocha calls this once, after the last file. */
export const mochaGlobalTeardown = endPrograms;
