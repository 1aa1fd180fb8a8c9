// nodejs.org/api/url.html#urlobjectslashes, v22: the schemes whose URLs have // before the host, and so a path below it. Nothing is missing.
'use strict';

const SLASHED = new Set(['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss']);

module.exports = {
  /** Does `protocol`, with its colon or without, name such a scheme? */
  isSlashed: (protocol) => typeof protocol === 'string' && SLASHED.has(protocol.endsWith(':') ? protocol.slice(0, -1) : protocol),
};
