import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Outcome, World } from './world';

/** An editor saves a file again and again while `purpose share` updates a copy in it. */
export async function saves(runs: number, until: number): Promise<Outcome> {
  const world = new World();
  const wrong: string[] = [];
  let tried = 0;
  for (let run = 0; run < runs && Date.now() < until; run++) {
    let running = true;
    const sharing = world.run(['share']).finally(() => {
      running = false;
    });
    let saved = '';
    while (running) {
      // As in an editor: each save makes the copy out of date again.
      saved = `Save ${++tried}.`;
      writeFileSync(
        join(world.folder, 'README.md'),
        `<!-- purpose:begin team.purpose.md -->\n> old\n<!-- purpose:end -->\n\n${saved}\n`,
      );
      await delay(3);
    }
    await sharing;
    if (!world.read('README.md').includes(saved)) wrong.push(`share undid the save ${saved}`);
  }
  world.remove();
  return { tried, wrong };
}

/** Several processes add notes to one purpose at the same time. */
export async function notes(processes: number, each: number, until: number): Promise<Outcome> {
  const world = new World();
  let noted = 0;
  const write = async (writer: number) => {
    for (let index = 0; index < each && Date.now() < until; index++) {
      const { code } = await world.run([
        'note',
        'team.purpose.md',
        '--fit',
        'fits',
        '-m',
        `note ${writer}.${index}.`,
        '--author',
        `W${writer}`,
      ]);
      if (code === 0) noted++;
    }
  };
  await Promise.all(Array.from({ length: processes }, (_, writer) => write(writer)));
  const texts = readdirSync(world.records).map((name) => world.read(`.purpose/team/${name}`));
  const found = new Set(texts.flatMap((text) => text.match(/note \d+\.\d+\./) ?? []));
  const wrong = found.size === noted ? [] : [`${noted} notes were made, ${found.size} are there`];
  wrong.push(...world.damage());
  world.remove();
  return { tried: noted, wrong };
}
