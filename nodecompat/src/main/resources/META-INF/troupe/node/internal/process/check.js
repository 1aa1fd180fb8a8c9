// nodejs.org/api/cli.html#-c---check, v22: the program is parsed and not run. Missing: nothing.
'use strict';

const modules = internalBinding('modules');

const WRAPPER = '(function (exports, require, module, __filename, __dirname) { ';

/** Throws the SyntaxError of the program, if it has one. */
function check() {
  const main = modules.main();
  const format = modules.mainFormat();
  if (format === 'JSON') JSON.parse(modules.read(main));
  else if (format === 'MODULE') internalBinding('vm_modules').checkModule(modules.javaScriptOf(main), main);
  else checkCommonJs(main);
  return {};
}

function checkCommonJs(file) {
  try {
    modules.compile(file);
  } catch (error) {
    throw error instanceof SyntaxError ? require('internal/module/failures').withoutWrapper(error, WRAPPER) : error;
  }
}

module.exports = { check };
