import { decode } from './protocol';

export interface Failure {
  title: string;
  error: string;
}

/** The state of a stage's output: its messages counted, all other lines kept. */
export class Tally {
  passed = 0;
  pending = 0;
  readonly failures: Failure[] = [];
  /** The case or hook that began last and has not ended. */
  at: string | undefined;
  /** The run reported its own end. */
  ended = false;
  #lines: string[] = [];
  #unfinished = '';

  /** Takes a chunk of output and returns its complete lines that are not messages. */
  read(chunk: string): string[] {
    const lines = (this.#unfinished + chunk).split('\n');
    this.#unfinished = lines.pop() ?? '';
    return lines.filter((line) => !this.#line(line));
  }

  get failed(): number {
    return this.failures.length;
  }

  /** All output that is not a message. */
  get output(): string {
    return [...this.#lines, this.#unfinished].join('\n').trim();
  }

  #line(line: string): boolean {
    const messages = decode(line);
    for (const message of messages) {
      if (message.event === 'at') this.at = message.title;
      else this.at = undefined;
      if (message.event === 'passed') this.passed++;
      if (message.event === 'pending') this.pending++;
      if (message.event === 'failed') this.failures.push({ title: message.title, error: message.error });
      if (message.event === 'end') this.ended = true;
    }
    if (messages.length === 0) this.#lines.push(line);
    return messages.length > 0;
  }
}
