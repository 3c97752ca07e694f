import assert from 'node:assert/strict';
import { extensions, type Uri } from 'vscode';

/** The part of the API of the built-in git extension that the cases use. */
interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  createBranch(name: string, checkout: boolean): Promise<void>;
  checkout(treeish: string): Promise<void>;
}

interface GitExtension {
  getAPI(version: 1): { init(root: Uri): Promise<Repository | null> };
}

/** Makes a folder a repository in which Ada Birch commits. */
export async function gitOf(folder: Uri): Promise<Repository> {
  const git = extensions.getExtension<GitExtension>('vscode.git');
  assert.ok(git, 'The built-in git extension is not there.');
  const repository = await (await git.activate()).getAPI(1).init(folder);
  assert.ok(repository, 'Git makes no repository here.');
  await repository.setConfig('user.name', 'Ada Birch');
  await repository.setConfig('user.email', 'ada@example.org');
  return repository;
}
