import pc from 'picocolors';
import { decode, encode, type RunMessage } from '../../runner/protocol';
import { watchdog } from '../../runner/watchdog';

/** The number of cases of one host by result. */
export interface Outcome {
  passed: number;
  failed: number;
  pending: number;
}

export interface ReportOptions {
  /** Whether to show all output of the editor. */
  verbose: boolean;
  /** Whether to print messages for `npm test` instead of lines for a reader. */
  messages: boolean;
  /** Prefix of each title in a message. */
  host: string;
}

/**
 * Reads the editor's output and shows the suite's results. It keeps the rest, mostly noise of the editor, and shows it
 * only if a case failed.
 */
export class SuiteReport {
  readonly outcome: Outcome = { passed: 0, failed: 0, pending: 0 };
  /** Rejects if nothing happens for two minutes: before the first case any output counts, afterwards only cases do. */
  readonly quiet: Promise<never>;
  #ended = false;
  #at: string | undefined;
  #hasBegun = false;
  readonly #watching;
  readonly #rest: string[] = [];

  constructor(readonly options: ReportOptions) {
    let onQuiet = (): void => undefined;
    this.quiet = new Promise((_, reject) => {
      onQuiet = () => reject(new Error('Nothing happened for two minutes'));
    });
    this.quiet.catch(() => undefined);
    this.#watching = watchdog(() => onQuiet());
  }

  /** The editor is making progress towards its first case. */
  startsUp(): void {
    if (!this.#hasBegun) this.#watching.heard();
  }

  read(output: string): void {
    const messages = decode(output);
    if (messages.length > 0) this.#watching.heard();
    for (const message of messages) this.#take(message);
    if (messages.length === 0) this.note(output);
  }

  /** Keeps a line that is not a message of the suite (the page's console repeats those). */
  note(output: string): void {
    this.startsUp();
    if (decode(output).length > 0 || noise.test(output)) return;
    if (this.options.verbose) console.log(pc.dim(`  | ${output.trimEnd()}`));
    this.#rest.push(output.trimEnd());
  }

  /** The outcome at the end. A suite that ended before its last case, or ran none, has failed. */
  close(): Outcome {
    this.#watching.stop();
    if (!this.#ended && this.outcome.failed === 0) this.fail('The suite ended before its last case.');
    else if (this.outcome.passed + this.outcome.failed === 0) this.fail('No case ran.');
    if (this.outcome.failed > 0 && !this.options.verbose && this.#rest.length > 0) {
      console.log(pc.dim('  Last lines that the editor printed:'));
      for (const line of this.#rest.slice(-40)) console.log(pc.dim(`  | ${line}`));
    }
    return this.outcome;
  }

  /** Counts a failure of the run itself, and names the current case. */
  fail(reason: string): void {
    const { passed, failed } = this.outcome;
    const at = this.#at === undefined ? '' : ` It was at: ${this.#at}.`;
    const error = `${reason.replace(/\.?$/, '.')}${at} Before that ${passed} passed, ${failed} failed.`;
    this.#take({ event: 'failed', title: 'the run', error });
  }

  #take(message: RunMessage): void {
    this.#hasBegun = true;
    if (message.event === 'at') this.#at = message.title;
    else this.#at = undefined;
    if (message.event === 'passed' || message.event === 'failed' || message.event === 'pending') {
      this.outcome[message.event]++;
    }
    if (message.event === 'end') this.#ended = true;
    if (this.options.messages) console.log(encode(this.#named(message)));
    else show(message);
  }

  #named(message: RunMessage): RunMessage {
    if (!('title' in message)) return message;
    return { ...message, title: `${this.options.host}: ${message.title}` };
  }
}

function show(message: RunMessage): void {
  if (message.event === 'passed') {
    console.log(`  ${pc.green('✓')} ${message.title} ${pc.dim(`${Math.round(message.milliseconds)} ms`)}`);
  } else if (message.event === 'failed') {
    console.log(`  ${pc.red('✗')} ${`${message.title}\n${message.error}`.replaceAll('\n', '\n    ')}`);
  } else if (message.event === 'pending') {
    console.log(`  ${pc.cyan('-')} ${message.title}`);
  }
}

/** Lines that VS Code also prints in a healthy run. */
const noise =
  /spdlog|watchdog|policy-watch|node-pty|kerberos|deviceid|copilot|chat|WARN|DEP0|punycode|sourcemap|marketplace|Extension host agent|ECONNREFUSED|Content-Security|Synchronizing|development extension|AccountPolicyGate|AgentHost|connection token|Creating a socket|grace time|Service Worker|builtin extensions cache|package\.nls\.json|Failed to load resource|validating workspace folder|No search provider|ENOTFOUND|\[(main|network|shared process)\b|DevTools|dbus|^\s*$/i;
