// nodejs.org/api/cli.html#-c---check, v22: the program is parsed and not run. Missing: nothing.
'use strict';

const modules = internalBinding('modules');

/** Throws the SyntaxError of the program, if it has one. */
function check() {
  const main = modules.main();
  const format = modules.mainFormat();
  if (format === 'JSON') JSON.parse(modules.read(main));
  else if (format === 'MODULE') internalBinding('vm_modules').checkModule(modules.javaScriptOf(main), main);
  else modules.compile(main);
  return {};
}

module.exports = { check };
