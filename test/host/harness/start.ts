import { spawn, spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atExit, endTree, ownGroup, temporaryFolder } from './cleanup';
import { addressOfNodeHost } from './page-setup';
import { examples, project } from './paths';
import { findServer, startServer } from './server';

/**
 * `npm start`: the extension in a running editor, with a copy of the examples to play with. It is a copy because users
 * write into the files, and the repository should not show that as changes.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`);
  const folder = await temporaryFolder('examples');
  const workspace = join(folder.path, 'examples');
  await cp(examples, workspace, { recursive: true });
  // A given port means the served editor.
  if (values.port === undefined && hasDesktop()) await openDesktop(workspace);
  else await serve(workspace, port);
}

function hasDesktop(): boolean {
  return (
    spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
  );
}

async function openDesktop(workspace: string): Promise<void> {
  console.log(
    'Opening desktop VS Code with Purpose and a copy of examples/; the copy is deleted when the window closes.',
  );
  const child = spawn(
    'code',
    ['--new-window', '--wait', `--extensionDevelopmentPath=${project}`, workspace],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...ownGroup,
    },
  );
  const end = atExit(() => endTree(child));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  end();
}

async function serve(workspace: string, port: number): Promise<void> {
  const program = await findServer();
  const server = await startServer(program, {
    port,
    unpacked: project,
    // The examples begin with a page to read, not with its source.
    settings: { 'workbench.editorAssociations': { 'README.md': 'vscode.markdown.preview.editor' } },
  });
  console.log(
    `VS Code ${program.version} with Purpose and a copy of examples/ is at this address until Ctrl-C:`,
  );
  console.log(addressOfNodeHost(server.origin, { workspace, open: join(workspace, 'README.md') }));
  await new Promise(() => undefined);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
