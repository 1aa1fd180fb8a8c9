// The realm's module loader as built-ins see it: what runtime-js keeps for them.
'use strict';

const { importFrom, importNow, sync } = internalBinding('modules').kept();

/** The namespace of the ES module `key`, without the program's hooks. */
const importModule = (key) => importNow(key);

module.exports = { importFrom, importModule, syncBuiltinESMExports: () => sync() };
