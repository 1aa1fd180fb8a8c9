// How util.inspect shows a proxy with showProxy (nodejs.org/api/util.html, v22). Missing: nothing.
'use strict';

function formatProxy(ctx, details, recurseTimes) {
  const { formatValue } = require('internal/util/inspect');
  if (details === undefined) return ctx.stylize('<Revoked Proxy>', 'special');
  if (ctx.depth !== null && recurseTimes > ctx.depth) return ctx.stylize('Proxy [Array]', 'special');
  ctx.indentationLvl += 2;
  const output = details.map((one) => formatValue(ctx, one, recurseTimes + 1));
  ctx.indentationLvl -= 2;
  return require('internal/util/inspect/layout').join(ctx, output, '', ['Proxy [', ']'], true, recurseTimes + 1);
}

module.exports = { formatProxy };
