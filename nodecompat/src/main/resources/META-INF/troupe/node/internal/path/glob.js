// nodejs.org/api/path.html#pathmatchesglobpath-pattern, v22: the patterns of fs.glob over a path that need not be there. Missing: nothing.
'use strict';

const { compile, matches, namesOf } = require('internal/fs/glob_pattern');

/** A function that tells whether a path meets `pattern`; `separator` is that of the platform. */
function matcher(pattern, separator) {
  const slashes = separator === '\\' ? (text) => text.replaceAll('\\', '/') : (text) => text;
  const compiled = compile(slashes(pattern));
  return (path) => {
    const plain = slashes(path);
    return compiled.some(({ absolute, segments }) => absolute === (plain[0] === '/') && matches(segments, namesOf(plain)));
  };
}

module.exports = { matcher, matches: (path, pattern, separator) => matcher(pattern, separator)(path) };
