// nodejs.org/api/errors.html#module_not_found, nodejs.org/api/deprecations.html#DEP0128, v22: what is said of a CommonJS module that cannot be had.
'use strict';

function notFound(request, parent, parents) {
  const requireStack = [];
  for (let at = parent; at; at = parents.get(at)) requireStack.push(at.filename || at.id);
  let message = `Cannot find module '${request}'`;
  if (requireStack.length > 0) message += `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', requireStack });
}

/** file:line:column, what is wrong, the source line, a caret */
const SHOWN = /^(.*:1:)(\d+)( .*\n)(.*)\n( *)\^/;

/** A SyntaxError of the first line, where the function around a module begins: its place as the file has it. */
function withoutWrapper(error, wrapper) {
  const [shown, place, column, what, line, indent] = SHOWN.exec(error.message) ?? [];
  if (shown === undefined || !line.startsWith(wrapper)) return error;
  const text = `${place}${Math.max(0, column - wrapper.length)}${what}${line.slice(wrapper.length)}\n${indent.slice(wrapper.length)}^`;
  const { stack } = error;
  error.message = error.message.replace(shown, () => text);
  const value = String(stack).replace(shown, () => text);
  return Object.defineProperty(error, 'stack', { __proto__: null, value, writable: true, configurable: true });
}

function warnOfMain(file, main) {
  const { process } = require('internal/process/object');
  const text = `Invalid 'main' field in '${file}' of '${main}'. Please either fix that or report it to the module author`;
  process.emitWarning(text, 'DeprecationWarning', 'DEP0128');
}

module.exports = { notFound, withoutWrapper, warnOfMain };
