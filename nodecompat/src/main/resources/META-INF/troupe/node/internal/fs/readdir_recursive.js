// nodejs.org/api/fs.html#fsreaddirpath-options-callback, v22: all below a directory; links are named, not followed. Missing: nothing.
'use strict';

const { encoded, shown, absolute } = require('internal/fs/paths');

function resultOf(text, path, encoding, typed) {
  if (text === '') return [];
  const root = shown(path);
  return text.split('\u0000').map((entry) => {
    const relative = entry.slice(1);
    if (!typed) return encoded(relative, encoding);
    const { Dirent } = require('internal/fs/dirent');
    const slash = relative.lastIndexOf('/');
    const parent = slash < 0 ? root : require('path').join(root, relative.slice(0, slash));
    return new Dirent(encoded(relative.slice(slash + 1), encoding), Number(entry[0]), parent);
  });
}

function plan(path, encoding, typed) {
  return {
    call: 'readdirTree', syscall: 'scandir', path: shown(path), args: [absolute(path)],
    map: (text) => resultOf(text, path, encoding, typed),
  };
}

module.exports = { plan };
