// What a closed actor gets for every way to name a file that is not its own; one line each.
'use strict';

const fs = require('fs');
const { pathToFileURL } = require('url');

const { SECRET } = process.env;

async function told(name, call) {
  try {
    await call();
    console.log(`${name}: allowed`);
  } catch (error) {
    console.log(`${name}: ${error.code} ${error instanceof Error} ${/java|dev\.troupe/i.test(error.stack) ? 'JAVA' : ''}`.trim());
  }
}

const stream = (opened) => new Promise((resolve, reject) => opened.on('error', reject).on('close', resolve).resume?.());

exports.start = async (ctx) => {
  const data = `${process.env.ROOT}/actors/${ctx.metadata.actor.id}`;
  await told('own code', () => fs.readFileSync(__filename));
  await told('own data', () => fs.promises.writeFile(`${data}/file`, 'mine'));
  await told('own code, written', () => fs.writeFileSync(__filename, ''));
  await told('string', () => fs.readFileSync(SECRET));
  await told('Buffer', () => fs.readFileSync(Buffer.from(SECRET)));
  await told('URL', () => fs.readFileSync(pathToFileURL(SECRET)));
  await told('dots', () => fs.readFileSync(`${data}/../../../secret`));
  await told('relative', () => fs.readFileSync('../secret'));
  await told('/proc', () => fs.readFileSync(`/proc/self/root${SECRET}`));
  await told('environ', () => fs.readFileSync('/proc/self/environ'));
  await told('open', () => fs.openSync(SECRET, 'r'));
  await told('promise', () => fs.promises.readFile(SECRET));
  await told('FileHandle', () => fs.promises.open(SECRET));
  await told('callback', () => new Promise((resolve, reject) => { fs.stat(SECRET, (error) => (error ? reject(error) : resolve())); }));
  await told('read stream', () => stream(fs.createReadStream(SECRET)));
  await told('write stream', () => stream(fs.createWriteStream(`${SECRET}2`).end('x')));
  await told('copy out', () => fs.copyFileSync(SECRET, `${data}/copy`));
  await told('symlink', () => fs.symlinkSync(SECRET, `${data}/link`));
  await told('relative symlink', () => fs.symlinkSync('../../../secret', `${data}/link`));
  await told('hard link', () => fs.linkSync(__filename, `${data}/hard`));
  await told('rename', () => fs.renameSync(`${data}/file`, `${SECRET}2`));
  await told('readdir', () => fs.readdirSync('/'));
  await told('opendir', () => fs.promises.opendir('/'));
  await told('watch', () => fs.watch(SECRET));
  await told('mkdtemp', () => fs.mkdtempSync('/tmp/x'));
  await told('rm', () => fs.rmSync(SECRET));
  await told('truncate', () => fs.promises.truncate(SECRET));
  await told('chmod', () => fs.chmodSync(SECRET, 0o777));
  await told('missing outside', () => fs.statSync(`${SECRET}/missing`));
  await told('missing inside', () => fs.statSync(`${data}/missing`));
  console.log(`exists: ${fs.existsSync(SECRET)}`);
  await told('garbage', () => fs.fstatSync(12345));
};
