import assert from 'node:assert/strict';
import { COMMANDS } from '../../../src/cli/commands';
import { runIn } from '../support/cli';

const world = {
  '/w/team.purpose.md': '# Team\n\n> We mend many bicycles with teenagers in Leith.\n',
  '/w/.purpose/team/heard/2026-11/ana.md':
    '---\nversion: 1\ndate: 2026-11-02\nname: Ana\n---\n\nWe mend bikes.\n',
  '/w/MISSION.md': '# Team\n\nOpen since 2018.\n\n## Mission\n\nWe mend bicycles with teenagers.\n',
};

/** The words of a command line, without what a shell would do with its output and what the help says about it. */
function wordsOf(line: string): string[] {
  const [call = ''] = line.trim().split(/\s{2,}| > /);
  return [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
}

describe('the help of a command', () => {
  for (const { name, help } of COMMANDS)
    it(`has examples that are right calls: ${name}`, async () => {
      const [, examples = ''] = /\nExamples:\n((?: {2}.*\n)+)\nExit code: /.exec(help) ?? [];
      const lines = examples.split('\n').filter((line) => line !== '');
      assert.ok(lines.length > 0);
      for (const line of lines) {
        const args = wordsOf(line);
        assert.equal(args[0], name);
        const { err } = await runIn(world, args, '', {
          env: { USER: 'zoe' },
          interactive: true,
          ask: async () => '1',
          run: async () => '{"vague": [], "who": null, "what": null, "change": null}',
        });
        assert.doesNotMatch(err, /See `purpose/, line);
      }
    });
});
