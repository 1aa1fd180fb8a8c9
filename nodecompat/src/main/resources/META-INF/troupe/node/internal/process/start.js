// nodejs.org/api/cli.html, v22: how a program begins that was given flags: --check, --require, --import, --experimental-loader, --eval and --print.
// Missing: --watch, --test and the prompt, which the command refuses.
'use strict';

const { option, values } = require('internal/options');
const { cwd } = require('internal/process/cwd');

/** Gives the program's namespace or a promise of it; `runMain` runs the program, `commonJs` gives node:module. */
function start(runMain, commonJs) {
  if (option('--check') === true) return require('internal/process/check').check();
  const main = () => (typeof option('--eval') === 'string' ? require('internal/process/eval').evaluate(runMain, commonJs()) : runMain());
  const required = values('--require');
  if (required.length > 0) preload(commonJs(), required);
  const loaders = values('--experimental-loader');
  const imported = values('--import');
  return loaders.length + imported.length === 0 ? main() : afterImports(loaders, imported, main);
}

/** The modules of --require, as if a module in the current folder required them. */
function preload(Module, requests) {
  const parent = new Module('internal/preload');
  parent.filename = `${cwd()}/[preload]`;
  parent.paths = Module._nodeModulePaths(cwd());
  for (const request of requests) parent.require(request);
}

async function afterImports(loaders, imported, main) {
  const { pathToFileURL } = require('url');
  const base = pathToFileURL(`${cwd()}/[loader]`).href;
  for (const specifier of loaders) require('internal/module/hooks/registered').register(specifier, base);
  const { importFrom } = require('internal/modules');
  for (const specifier of imported) await importFrom(`${cwd()}/[import]`, specifier);
  return main();
}

module.exports = { start };
