import { COMMANDS } from './commands';
import { runMain } from './node-io';

void runMain(COMMANDS);
