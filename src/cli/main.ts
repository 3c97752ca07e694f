#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { compileCacheFolder } from './compile-cache';

// Node's compile cache (22.1+) covers only modules loaded afterwards, so the CLI itself is in other files. With
// NODE_COMPILE_CACHE, Node has enabled it already.
const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
const { env, platform } = process;
if (enableCompileCache && !env.NODE_COMPILE_CACHE && !env.NODE_DISABLE_COMPILE_CACHE) {
  const folder = compileCacheFolder({ env, platform, user: process.getuid?.() });
  if (folder !== undefined) enableCompileCache(folder);
}
// `lint` runs at each commit and in editors. Its file holds no other command, because Node reads all of a file first.
void (process.argv[2] === 'lint' ? import('./main-lint') : import('./main-all'));
