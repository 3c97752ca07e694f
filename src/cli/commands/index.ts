import type { Command } from '../command';
import { adoptCommand } from './adopt';
import { consentCommand } from './consent';
import { exportCommand } from './export';
import { heardCommand } from './heard';
import { historyCommand } from './history';
import { keepCommand } from './keep';
import { lintCommand } from './lint';
import { newCommand } from './new';
import { noteCommand } from './note';
import { pivotCommand } from './pivot';
import { readCommand } from './read';
import { reaffirmCommand } from './reaffirm';
import { reviewCommand } from './review';
import { shareCommand } from './share';
import { templatesCommand } from './templates';

/** All subcommands of `purpose`. */
export const COMMANDS: readonly Command[] = [
  newCommand,
  adoptCommand,
  templatesCommand,
  lintCommand,
  readCommand,
  shareCommand,
  exportCommand,
  historyCommand,
  reviewCommand,
  noteCommand,
  reaffirmCommand,
  pivotCommand,
  consentCommand,
  heardCommand,
  keepCommand,
];
