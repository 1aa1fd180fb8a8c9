// nodejs.org/api/test.html#runoptions, v22, in this program. Missing: isolation 'process' (an actor has no child processes), watch mode,
// coverage, shards, globPatterns and filters by name; what is asked for and missing throws.
'use strict';

const { codes } = require('internal/errors');
const { Root, withRoot } = require('internal/test_runner/harness');
const { process } = require('internal/process/object');
const {
  validateAbortSignal, validateArray, validateBoolean, validateFunction, validateObject, validateOneOf, validateStringArray,
} = require('internal/validators');

const MISSING = ['watch', 'coverage', 'shard', 'globPatterns', 'testNamePatterns', 'testSkipPatterns', 'inspectPort', 'rerunFailuresFilePath'];

function check(options) {
  const { files, isolation = 'process', signal, setup, only, forceExit, timeout, concurrency } = options;
  validateOneOf(isolation, 'options.isolation', ['process', 'none']);
  if (files !== undefined) validateArray(files, 'options.files');
  validateAbortSignal(signal, 'options.signal');
  if (setup !== undefined) validateFunction(setup, 'options.setup');
  for (const [name, value] of Object.entries({ only, forceExit })) if (value !== undefined) validateBoolean(value, `options.${name}`);
  require('internal/test_runner/options').readArguments({ timeout, concurrency });
  for (const name of ['argv', 'execArgv']) if (options[name] !== undefined) validateStringArray(options[name], `options.${name}`);
  for (const name of MISSING) {
    if (options[name] !== undefined && options[name] !== false) throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`run({ ${name} })`);
  }
  if (isolation === 'process' && (files === undefined || files.length > 0)) {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED("run({ isolation: 'process' })");
  }
}

function run(options = {}) {
  validateObject(options, 'options');
  check(options);
  const root = new Root(undefined);
  root.onlyMode = Boolean(options.only);
  root.timeout = options.timeout;
  root.reportsExitCode = false;
  if (options.signal) options.signal.addEventListener('abort', () => stop(root), { __proto__: null, once: true });
  runFiles(root, options).then(undefined, (error) => root.reporter.destroy(error));
  return root.reporter;
}

function stop(root) {
  for (const subtest of root.subtests) if (!subtest.finished) subtest.cancel();
}

async function runFiles(root, { files = [], cwd = process.cwd(), setup }) {
  if (setup !== undefined) await setup(root.reporter);
  const { createRequire } = require('module');
  const path = require('path');
  const load = createRequire(path.join(cwd, 'run'));
  await withRoot(root, async () => {
    for (const file of files) await load(path.resolve(cwd, file));
  });
  await Promise.all(root.subtests.map((subtest) => subtest.start()));
  await root.finish();
}

module.exports = { run };
