import 'mocha/mocha.js';
import { runSuite } from './run-suite';
import { caseLimit, suiteOptions } from './support/options';

/** The browser build of mocha puts one instance, and its interface functions, on the global object. */
declare const mocha: Mocha & { setup(options: Mocha.MochaOptions): void };

export async function run(): Promise<void> {
  const { grep } = suiteOptions();
  mocha.setup({
    ui: 'bdd',
    timeout: caseLimit,
    reporter: class {} as unknown as Mocha.ReporterConstructor,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
  });
  await runSuite(mocha, () => import('all-cases'));
}
