import { encode } from './protocol';
import { reportRun } from './report-run';

/** A mocha reporter (`--reporter out/runner/reporter.cjs`) that streams the run as messages to standard output. */
module.exports = class {
  constructor(runner: Mocha.Runner) {
    reportRun(runner, (message) => {
      process.stdout.write(`${encode(message)}\n`);
    });
  }
};
