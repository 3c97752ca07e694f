import Mocha from 'mocha';
import { runSuite } from './run-suite';
import { caseLimit, suiteOptions } from './support/options';

export async function run(): Promise<void> {
  const { grep } = suiteOptions();
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: caseLimit,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
  });
  mocha.reporter(class {} as unknown as Mocha.ReporterConstructor);
  mocha.suite.emit('pre-require', globalThis as Mocha.MochaGlobals, null as never, mocha);
  await runSuite(mocha, () => import('all-cases'));
}
