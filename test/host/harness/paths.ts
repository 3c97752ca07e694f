import { resolve } from 'node:path';

/** The project's folder. The harness is always started by npm, which makes it the working directory. */
export const project = resolve('.');

/** What `node esbuild.js --host-tests` builds. */
export const built = {
  suite: { node: resolve('out/host/node/suite.js'), web: resolve('out/host/web/suite.js') },
  memoryExtension: resolve('out/host/memory-workspace'),
};

export const examples = resolve('examples');
