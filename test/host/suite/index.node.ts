import Mocha from 'mocha';
import { runSuite } from './run-suite';
import { caseLimit, suiteOptions } from './support/options';

export async function run(): Promise<void> {
  const { grep } = suiteOptions();
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: caseLimit,
    // The editor is a program of its own: a file event that it drops is no fault of ours, a second one would be.
    retries: 1,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
  });
  mocha.reporter(class {} as unknown as Mocha.ReporterConstructor);
  mocha.suite.emit('pre-require', globalThis as Mocha.MochaGlobals, null as never, mocha);
  await runSuite(mocha, () => import('all-cases'));
}
