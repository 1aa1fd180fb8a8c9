// Which colours Node's own texts have (nodejs.org/api/cli.html#force_color1-2-3 and nodejs.org/api/tty.html, v22). Missing: nothing.
'use strict';

const SGR = { blue: '\u001b[34m', green: '\u001b[32m', white: '\u001b[39m', yellow: '\u001b[33m', red: '\u001b[31m', gray: '\u001b[90m', reset: '\u001b[39m' };
const NONE = Object.fromEntries(Object.keys(SGR).map((name) => [name, '']));

/** FORCE_COLOR decides, then NO_COLOR and NODE_DISABLE_COLORS, then the terminal. */
function shouldColorize(stream) {
  const { env } = require('internal/process/object').process;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  if (!stream?.isTTY) return false;
  return typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true;
}

function forStream(stream) {
  return shouldColorize(stream) ? SGR : NONE;
}

/** Without making the stream, which an actor may never need. */
const forStderr = () => forStream(require('internal/process/stdio').opened(2));

module.exports = { shouldColorize, forStream, forStderr };
