import { lintCommand } from './commands/lint';
import { runMain } from './node-io';

void runMain([lintCommand]);
