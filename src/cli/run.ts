import { COMMANDS } from './commands';
import { runProcess } from './process';

void runProcess(COMMANDS);
