import { lintCommand } from './commands/lint';
import { runProcess } from './process';

void runProcess([lintCommand]);
