// nodejs.org/api/process.html#processgetbuiltinmoduleid, v22. Missing: nothing.
'use strict';

const ONLY_WITH_SCHEME = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

/** The public built-in module, or undefined. */
function find(id) {
  const schemed = id.startsWith('node:');
  const name = schemed ? id.slice(5) : id;
  if (name.startsWith('internal/') || (!schemed && ONLY_WITH_SCHEME.has(name))) return undefined;
  try {
    return require(name);
  } catch (error) {
    if (error?.code === 'ERR_UNKNOWN_BUILTIN_MODULE') return undefined;
    throw error;
  }
}

module.exports = { find };
