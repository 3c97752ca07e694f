import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../harness/cleanup';
import { openWorkbench, type Workbench } from '../../harness/open-workbench';

type Prepare = (folder: string) => void | Promise<void>;

const folders = new Map<string, Prepare>();
let root: Promise<string> | undefined;
let shared: Workbench | undefined;

/**
 * A window takes seconds to open, so cases that need only files of their own share one. Call this at the top of a test
 * file: the window has a folder of this name, which `prepare` fills before it opens. Give each purpose in it a name of
 * its own. The returned function opens the folder as if it were the whole workspace, with no file shown.
 */
export function folderOfSharedWindow(name: string, prepare: Prepare): () => Promise<Workbench> {
  folders.set(name, prepare);
  return async () => {
    const workbench = await openShared();
    return {
      ...workbench,
      workspace: join(workbench.workspace, name),
      openFile: (path) => workbench.openFile(`${name}/${path}`),
    };
  };
}

async function openShared(): Promise<Workbench> {
  if (shared?.isOpen() && (await isTidy(shared))) {
    await shared.runCommand('View: Close All Editors');
    await shared.page.locator('.tab').first().waitFor({ state: 'detached' });
    return shared;
  }
  root ??= prepareAll();
  shared = await openWorkbench({ workspace: await root, height: 1400 });
  return shared;
}

async function prepareAll(): Promise<string> {
  const { path } = await temporaryFolder('shared');
  for (const [name, prepare] of folders) {
    const folder = join(path, name);
    await mkdir(folder);
    await prepare(folder);
  }
  return path;
}

/** A case that failed may have left something that would hold up the next one. */
async function isTidy({ page }: Workbench): Promise<boolean> {
  const left = page.locator('.tab.dirty, .quick-input-widget:visible, .monaco-dialog-box:visible');
  return (await left.count()) === 0;
}
