#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Enables Node's compile cache (22.1+). It covers only modules loaded afterwards, so the CLI itself is in other files.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
// `lint` runs at each commit and in editors. Its file holds no other command, because Node reads all of a file first.
void (process.argv[2] === 'lint' ? import('./main-lint') : import('./main-all'));
