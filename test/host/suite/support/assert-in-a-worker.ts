// Stands for `node:assert/strict` in the web worker, where nothing of Node exists (see esbuild.js).
import assert from 'assert';

export default assert.strict;
