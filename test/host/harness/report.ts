import pc from 'picocolors';
import { decode, type SuiteMessage } from '../suite/protocol';

/** What came of the cases of one host. */
export interface Outcome {
  passed: number;
  failed: number;
  pending: number;
}

/**
 * Reads what the editor prints, shows the suite's results and keeps the rest: most of it is the editor's own noise,
 * worth seeing only when something went wrong.
 */
export class SuiteReport {
  readonly outcome: Outcome = { passed: 0, failed: 0, pending: 0 };
  private ended = false;
  private readonly rest: string[] = [];

  constructor(private readonly verbose: boolean) {}

  read(output: string): void {
    const messages = decode(output);
    for (const message of messages) this.show(message);
    if (messages.length === 0) this.note(output);
  }

  /** Keeps a line that is no message of the suite (the page's console repeats those). */
  note(output: string): void {
    if (decode(output).length > 0 || noise.test(output)) return;
    if (this.verbose) console.log(pc.dim(`  | ${output.trimEnd()}`));
    this.rest.push(output.trimEnd());
  }

  /** The outcome at the end; a suite that broke off before its end, or ran nothing, is a failure and says so. */
  close(): Outcome {
    if (!this.ended) this.fail('The suite did not come to its end.');
    else if (this.outcome.passed + this.outcome.failed === 0) this.fail('No case ran.');
    if (this.outcome.failed > 0 && !this.verbose && this.rest.length > 0) {
      console.log(pc.dim('  Last lines that the editor printed:'));
      for (const line of this.rest.slice(-40)) console.log(pc.dim(`  | ${line}`));
    }
    return this.outcome;
  }

  fail(reason: string): void {
    this.outcome.failed++;
    console.log(`  ${pc.red('✗')} ${reason.replaceAll('\n', '\n    ')}`);
  }

  private show(message: SuiteMessage): void {
    switch (message.event) {
      case 'passed':
        this.outcome.passed++;
        console.log(
          `  ${pc.green('✓')} ${message.title} ${pc.dim(`${Math.round(message.milliseconds)} ms`)}`,
        );
        break;
      case 'failed':
        this.fail(`${message.title}\n${message.error}`);
        break;
      case 'pending':
        this.outcome.pending++;
        console.log(`  ${pc.cyan('-')} ${message.title}`);
        break;
      case 'end':
        this.ended = true;
    }
  }
}

/** Lines that VS Code prints in a healthy run, too. */
const noise =
  /spdlog|watchdog|policy-watch|node-pty|kerberos|deviceid|copilot|chat|WARN|DEP0|punycode|sourcemap|marketplace|Extension host agent|ECONNREFUSED|Content-Security|Synchronizing|development extension|AccountPolicyGate|AgentHost|connection token|Creating a socket|grace time|Service Worker|builtin extensions cache|package\.nls\.json|Failed to load resource|validating workspace folder|No search provider|ENOTFOUND|\[(main|network|shared process)\b|DevTools|dbus|^\s*$/i;
