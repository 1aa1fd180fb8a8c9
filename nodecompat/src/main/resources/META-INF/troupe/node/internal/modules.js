// The realm's module loader as built-ins see it: what runtime-js keeps for them.
'use strict';

const { importFrom, sync } = internalBinding('modules').kept();

module.exports = { importFrom, syncBuiltinESMExports: () => sync() };
