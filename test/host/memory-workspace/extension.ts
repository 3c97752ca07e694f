import * as vscode from 'vscode';
import { memoryRoot } from './root';

/**
 * A companion of the tests: a whole workspace in memory, filled with the files that the harness puts before this
 * script.
 */
export function activate(context: vscode.ExtensionContext): void {
  const root = vscode.Uri.parse(memoryRoot);
  const provider = new MemoryFileSystem();
  provider.createDirectory(root);
  const { purposeFiles = {} } = globalThis as { purposeFiles?: Record<string, string> };
  for (const [path, base64] of Object.entries(purposeFiles)) {
    const uri = vscode.Uri.joinPath(root, path);
    provider.writeFile(uri, fromBase64(base64), { create: true, overwrite: true });
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(root.scheme, provider, { isCaseSensitive: true }),
  );
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

interface Entry {
  type: vscode.FileType;
  ctime: number;
  mtime: number;
  content: Uint8Array;
}

class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, ctime, mtime, content } = this.entry(uri);
    return { type, ctime, mtime, size: content.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.entry(uri);
    const prefix = `${uri.path.replace(/\/$/, '')}/`;
    return [...this.entries]
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .map(([path, { type }]) => [path.slice(prefix.length), type]);
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.entries.has(uri.path)) return;
    this.put(uri, vscode.FileType.Directory, new Uint8Array());
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { type, content } = this.entry(uri);
    if (type === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const exists = this.entries.has(uri.path);
    if (exists && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    if (!exists && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    this.put(uri, vscode.FileType.File, content);
  }

  delete(uri: vscode.Uri): void {
    this.entry(uri);
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    }
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    this.entry(from);
    if (this.entries.has(to.path) && !options.overwrite) throw vscode.FileSystemError.FileExists(to);
    for (const [path, entry] of [...this.entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.entries.delete(path);
      this.entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  private entry(uri: vscode.Uri): Entry {
    const found = this.entries.get(uri.path);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  }

  private put(uri: vscode.Uri, type: vscode.FileType, content: Uint8Array): void {
    const parent = uri.path.slice(0, uri.path.lastIndexOf('/'));
    if (parent !== '' && !this.entries.has(parent))
      this.put(uri.with({ path: parent }), vscode.FileType.Directory, new Uint8Array());
    const before = this.entries.get(uri.path);
    const now = Date.now();
    // A second write within one millisecond must still look newer, or the editor keeps its cached content.
    const mtime = before ? Math.max(now, before.mtime + 1) : now;
    this.entries.set(uri.path, { type, ctime: before?.ctime ?? now, mtime, content });
    const change = before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.changed.fire([{ type: change, uri }]);
  }
}
