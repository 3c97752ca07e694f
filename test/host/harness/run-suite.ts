import { parseArgs } from 'node:util';
import { type ChromiumProgram, findChromium } from './chromium';
import { type ElectronProgram, findElectron, runInElectron } from './electron';
import type { Outcome } from './report';
import { runInBrowser, type SuiteRun } from './run-in-browser';
import { findServer, type ServerProgram } from './server';

type HostName = 'electron' | 'server' | 'web';
/** `node` is the best host with the extension in Node: desktop VS Code if available, else its server. */
type Wanted = HostName | 'node';
const wantable: readonly Wanted[] = ['electron', 'server', 'web', 'node'];

interface Plan {
  electron?: ElectronProgram;
  inBrowser?: { server: ServerProgram; chromium: ChromiumProgram; hosts: ('server' | 'web')[] };
  /** The line that says which hosts run, and why. */
  line: string;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim();

/** Chooses the hosts: desktop VS Code if available, else its server, and the web worker; or those that are wanted. */
async function choose(wanted: Wanted | undefined): Promise<Plan> {
  let electron: ElectronProgram | undefined;
  let whyNot = 'not asked for';
  if (wanted === undefined || wanted === 'electron' || wanted === 'node') {
    try {
      electron = await findElectron();
    } catch (error) {
      whyNot = `desktop VS Code cannot be had here: ${reasonOf(error).split('\n')[0]}`;
      if (wanted === 'electron') {
        throw new Error(
          `No host to run in; ${whyNot}. Allow the download from update.code.visualstudio.com (on a Linux ` +
            'without a display install xvfb, too), or run with --host server.',
        );
      }
    }
  }
  if (wanted === 'electron' && electron) return { electron, line: 'Host: electron (asked for)' };
  if (wanted === 'node' && electron) return { electron, line: 'Host: electron' };
  const hosts: ('server' | 'web')[] = electron ? ['web'] : ['server', 'web'];
  if (wanted === 'node') hosts.pop();
  try {
    const [server, chromium] = [await findServer(), await findChromium()];
    const inBrowser = {
      server,
      chromium,
      hosts: wanted === 'server' || wanted === 'web' ? [wanted] : hosts,
    };
    const browser = `VS Code ${server.version} in ${chromium.origin}`;
    if (wanted === 'node') return { inBrowser, line: `Host: server (${browser}); ${whyNot}` };
    if (wanted !== undefined) return { inBrowser, line: `Host: ${wanted} (asked for; ${browser})` };
    if (electron) return { electron, inBrowser, line: `Hosts: electron, web (${browser})` };
    return { inBrowser, line: `Hosts: server, web (${browser}); ${whyNot}` };
  } catch (error) {
    throw new Error(
      `The in-editor tests cannot run here: ${reasonOf(error)}\nThey need the npm registry (code-server and Node 24, ` +
        'about 1 GB in the cache folder) and Chrome or Chromium (or CHROME_PATH).',
    );
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      grep: { type: 'string', short: 'g' },
      verbose: { type: 'boolean', default: false },
      messages: { type: 'boolean', default: false },
    },
  });
  const wanted = wantable.find((name) => name === values.host);
  if (values.host !== undefined && wanted === undefined) {
    throw new Error(`There is no host ${values.host}: use one of ${wantable.join(', ')}.`);
  }
  const plan = await choose(wanted);
  console.log(plan.line);
  const run: SuiteRun = {
    verbose: values.verbose,
    messages: values.messages,
    ...(values.grep === undefined ? {} : { grep: values.grep }),
  };
  const announce = (line: string): void => {
    if (!values.messages) console.log(line);
  };
  const outcomes: Outcome[] = [];
  if (plan.electron) {
    announce('Desktop VS Code (electron):');
    outcomes.push(await runInElectron(plan.electron, run));
  }
  for (const host of plan.inBrowser?.hosts ?? []) {
    if (!plan.inBrowser) break;
    announce(host === 'server' ? 'Node extension host (server):' : 'Web worker extension host (web):');
    outcomes.push(await runInBrowser(plan.inBrowser, host, run));
  }
  const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  announce(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('pending')} pending`);
  return sum('failed') > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(reasonOf(error));
    process.exit(1);
  },
);
