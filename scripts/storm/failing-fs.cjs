// `node --require`: makes one writing call to the file system fail. STORM_FAIL is `CODE:N`, the N-th such call.

const promises = require('node:fs/promises');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const [code = 'EIO', nth = '0'] = (process.env.STORM_FAIL ?? '').split(':');
let calls = 0;

function failing(target, name, isWrite = () => true) {
  const real = target[name];
  target[name] = function (...args) {
    if (!isWrite(args) || ++calls !== Number(nth)) return real.apply(this, args);
    const error = Object.assign(new Error(`${code}: injected into ${name}`), { code });
    if (name.endsWith('Sync')) throw error;
    return Promise.reject(error);
  };
}

const opensToWrite = ([, flags = 'r']) => flags !== 'r';
const { open } = promises;
promises.open = async (...args) => {
  const file = await open(...args);
  if (opensToWrite(args)) for (const name of ['writeFile', 'sync', 'chmod', 'close']) failing(file, name);
  return file;
};
failing(promises, 'open', opensToWrite);
for (const name of ['mkdir', 'link', 'rename', 'unlink', 'realpath', 'writeFile']) failing(promises, name);
failing(fs, 'renameSync');
syncBuiltinESMExports();
process.on('exit', () => {
  if (calls < Number(nth)) process.exitCode = 99;
});
