import { window } from 'vscode';

/** Tells the user why a requested action was not done. */
export function sayNotDone(sentence: string): void {
  void window.showWarningMessage(sentence);
}
