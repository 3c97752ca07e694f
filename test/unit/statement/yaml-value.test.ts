import assert from 'node:assert/strict';
import { parseYaml, yamlValue } from '../../../src/statement/yaml-value';

describe('the value of YAML', () => {
  it('has a name for a key that is a list, and the library prints nothing of it', async () => {
    const printed: string[] = [];
    const hear = ({ message }: Error): void => void printed.push(message);
    process.on('warning', hear);
    try {
      assert.deepEqual(yamlValue(parseYaml('[a, b]: 1')), { value: { '[ a, b ]': 1 } });
      // Node emits a warning after the running code.
      await new Promise(setImmediate);
    } finally {
      process.off('warning', hear);
    }
    assert.deepEqual(printed, []);
  });
});
