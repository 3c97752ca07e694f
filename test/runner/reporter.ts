import { encode } from './protocol';
import { reportSteps } from './steps';

/** A mocha reporter (`--reporter out/runner/reporter.cjs`) that streams the run as messages to standard output. */
module.exports = class {
  constructor(runner: Mocha.Runner) {
    reportSteps(runner, (message) => {
      process.stdout.write(`${encode(message)}\n`);
    });
  }
};
