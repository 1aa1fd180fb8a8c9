// nodejs.org/api/util.html#utilparseenvcontent, v22. Missing: nothing.
'use strict';

const LINE = /^[ \t]*(?:export[ \t]+)?([^=\s#]+)[ \t]*=[ \t]*(?:"((?:[^"])*)"|'([^']*)'|`([^`]*)`|([^\n]*))/gm;

function parseEnv(content) {
  require('internal/validators').validateString(content, 'content');
  const result = {};
  for (const [, key, double, single, backtick, bare] of content.replaceAll('\r\n', '\n').matchAll(LINE)) {
    if (double !== undefined) result[key] = double.replaceAll('\\n', '\n');
    else result[key] = single ?? backtick ?? bare.split('#', 1)[0].trim();
  }
  return result;
}

module.exports = { parseEnv };
