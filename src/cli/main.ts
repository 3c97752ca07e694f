#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Enables Node's compile cache (22.1+). It covers only modules loaded afterwards, so the CLI itself is in `./run`,
// which esbuild puts into a separate file.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
void import('./run');
