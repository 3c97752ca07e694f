// Replaces `node:assert/strict` in the web worker, which has no Node modules (see esbuild.js).
import assert from 'assert';

export default assert.strict;
