// nodejs.org/api/process.html#processgetactiveresourcesinfo, v22: what keeps the program alive. A module that opens handles or makes requests
// says so with `track`; timers and immediates are counted here. Missing: the requests of modules that do not tell.
'use strict';

/** Functions that list what their module has open: objects { type, owner }. */
const sources = { handles: [], requests: [] };

/** `kind` is handles or requests; `list` gives what is open now. */
function track(kind, list) {
  sources[kind].push(list);
}

const all = (kind) => sources[kind].flatMap((list) => list());

function names() {
  const timers = require('internal/timers').activeResources();
  const immediates = require('internal/timers/immediate').activeResources();
  return [...[...all('requests'), ...all('handles')].map(({ type }) => type), ...timers, ...immediates];
}

module.exports = {
  track,
  names,
  handles: () => all('handles').map(({ owner }) => owner),
  requests: () => all('requests').map(({ owner }) => owner),
};
