#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { runCached } from './code-cache';
import { compileCacheFolder } from './compile-cache';

// Node's compile cache (22.1+) covers only modules loaded afterwards, so the CLI itself is in other files. With
// NODE_COMPILE_CACHE, Node has enabled it already.
const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
const { argv, env, platform } = process;
// `lint` runs at each commit and in editors. Its file holds no other command, because Node reads all of a file first.
const file = join(__dirname, argv[2] === 'lint' ? 'cli-lint.cjs' : 'cli-run.cjs');
const folder =
  env.NODE_DISABLE_COMPILE_CACHE || env.NODE_COMPILE_CACHE
    ? undefined
    : compileCacheFolder({ env, platform, user: process.getuid?.() });
if (folder !== undefined && !enableCompileCache) runCached(file, require, folder);
else {
  if (folder !== undefined) enableCompileCache?.(folder);
  require(file);
}
