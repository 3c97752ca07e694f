import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

/** Several windows save wordings of one purpose and note something of them, each as fast as it can. */
export async function writers(processes: number, each: number): Promise<Outcome> {
  const world = new World();
  const ended = Array.from(
    { length: processes },
    (_, writer) =>
      new Promise<string[]>((done) => {
        const args = [resolve('out/storm/writer.mjs'), world.folder, String(writer), String(each)];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        child.once('close', (code) => done(code === 0 ? [] : [`writer ${writer} ended with ${code}`]));
      }),
  );
  const wrong = (await Promise.all(ended)).flat();
  const texts = readdirSync(world.records).map((name) => world.read(`.purpose/team/${name}`));
  const found = new Set(texts.flatMap((text) => text.match(/(?:note|net) \d+\.\d+\./g) ?? []));
  for (let writer = 0; writer < processes; writer++) {
    for (let at = 0; at < each; at++) {
      const what = `${at % 2 === 0 ? 'note' : 'net'} ${writer}.${at}.`;
      if (!found.has(what)) wrong.push(`${what} is lost`);
    }
  }
  const ids = texts.map((text) => /^id: (.*)$/m.exec(text)?.[1]);
  if (new Set(ids).size !== ids.length) wrong.push('two records have the same id');
  wrong.push(...world.damage());
  world.remove();
  return { tried: processes * each, wrong };
}
