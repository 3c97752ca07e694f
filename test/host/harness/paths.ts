import { resolve } from 'node:path';

/** The project's folder, which npm makes the working directory of the harness. */
export const project = resolve('.');

/** The output of `node esbuild.js --host-tests`. */
export const built = {
  suite: { node: resolve('out/host/node/suite.js'), web: resolve('out/host/web/suite.js') },
  memoryExtension: resolve('out/host/memory-workspace'),
  modelExtension: resolve('out/host/model-provider'),
};

export const examples = resolve('examples');
