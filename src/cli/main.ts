#!/usr/bin/env node
import * as nodeModule from 'node:module';

// The door: what it lets in is kept compiled from run to run where Node can do so (22.1 on), and that takes a file of
// its own. esbuild keeps `run` in one.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
void import('./run');
