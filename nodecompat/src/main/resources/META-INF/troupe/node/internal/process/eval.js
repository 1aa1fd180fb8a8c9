// nodejs.org/api/cli.html#-e---eval-script, v22: a program given on the command line, as a script with node:module's names as globals, or as an ES
// module if it is one. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { option } = require('internal/options');
const { cwd } = require('internal/process/cwd');
const modules = internalBinding('modules');

const NAME = '[eval]';

function evaluate(runMain, Module) {
  const print = option('--print') === true;
  if (modules.mainFormat() === 'MODULE') {
    if (print) throw new codes.ERR_EVAL_ESM_CANNOT_PRINT();
    return runMain();
  }
  const result = runScript(Module, option('--eval'));
  if (print) require('internal/console/global').console.log(result);
  return {};
}

function runScript(Module, text) {
  const module = new Module(NAME);
  module.filename = `${cwd()}/${NAME}`;
  module.paths = Module._nodeModulePaths(cwd());
  const names = { module, exports: module.exports, require: Module.createRequire(module.filename), __filename: NAME, __dirname: '.' };
  for (const [name, value] of Object.entries(names)) {
    Object.defineProperty(globalThis, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }
  for (const name of Module.builtinModules) {
    if (!/[/_]/.test(name) && !(name in globalThis)) defineLazy(globalThis, name, () => require(name), false);
  }
  const { constants, runInThisContext } = require('vm');
  return runInThisContext(text, { filename: NAME, displayErrors: true, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
}

module.exports = { evaluate };
