import { commands, Disposable } from 'vscode';
import type { Services } from '../services';
import { addACandidate, addAVoice } from './add-words';
import { registerCandidateLenses } from './candidate-lenses';
import { adoptCandidate, vote } from './candidates';
import { registerCoCreateCommand } from './co-create';
import { registerSharedMarks } from './shared-marks';

/** Writing a purpose together: the file, its decorations, and the votes. */
export function registerCoCreate(services: Services): Disposable {
  return Disposable.from(
    registerCoCreateCommand(services),
    registerCandidateLenses(services),
    registerSharedMarks(services),
    commands.registerCommand('purpose.addVoice', (uri?: unknown) => addAVoice(services, uri)),
    commands.registerCommand('purpose.addCandidate', (uri?: unknown) => addACandidate(services, uri)),
    commands.registerCommand('purpose.vote', (uri?: unknown, words?: unknown) => vote(services, uri, words)),
    commands.registerCommand('purpose.adopt', (uri?: unknown, words?: unknown) =>
      adoptCandidate(services, uri, words),
    ),
  );
}
