// How util.inspect shows errors (nodejs.org/api/util.html, v22): the stack, in brackets if it has no frames. Missing: nothing.
'use strict';

/** The text of an error; takes from `keys` what the text says already, and adds cause and errors. */
function formatError(ctx, error, constructor, tag, keys) {
  let stack = stackOf(error);
  dropSaid(ctx, keys, error, stack);
  for (const extra of ['cause', 'errors']) {
    if (Object.hasOwn(error, extra) && !keys.includes(extra) && (extra === 'cause' || Array.isArray(error.errors))) keys.push(extra);
  }
  stack = named(stack, constructor, error, tag);
  const at = (error.message && stack.indexOf(error.message)) || -1;
  const frames = stack.indexOf('\n    at', at === -1 ? 0 : at + error.message.length);
  if (frames === -1) stack = `[${stack}]`;
  else if (ctx.colors) stack = stack.slice(0, frames) + stack.slice(frames).split('\n').map((line) => colourFrame(ctx, line)).join('\n');
  if (ctx.indentationLvl !== 0) stack = stack.split('\n').join(`\n${' '.repeat(ctx.indentationLvl)}`);
  return stack;
}

function stackOf(error) {
  const { stack } = error;
  return stack ? String(stack) : Error.prototype.toString.call(error);
}

function dropSaid(ctx, keys, error, stack) {
  if (ctx.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const at = keys.indexOf(name);
    if (at !== -1 && (typeof error[name] !== 'string' || stack.includes(error[name]))) keys.splice(at, 1);
  }
}

/** Puts the class's name in place of `Error` where the engine did not know it. */
function named(stack, constructor, error, tag) {
  let name = error.name != null ? String(error.name) : constructor ?? 'Error';
  if (constructor === null) {
    const found = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    const fallback = (found && found[1]) || '';
    const shown = `[${fallback || 'Error'}: null prototype]${tag ? ` [${tag}]` : ''}`;
    return found ? shown + stack.slice(fallback.length) : `${shown} ${stack}`;
  }
  const { name: own } = error.constructor ?? {};
  const known = typeof own === 'string' && own !== '' ? constructor : name;
  if (known === 'NodeError' || stack.includes(known)) return stack;
  name = known;
  const found = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
  const fallback = (found && found[1]) || '';
  if (fallback === '') return stack;
  if (known.includes(fallback)) return known + stack.slice(fallback.length);
  return `${known} [${fallback}]${stack.slice(fallback.length)}`;
}

function colourFrame(ctx, line) {
  if (/\(?node:/.test(line)) return ctx.stylize(line, 'undefined');
  return line.replace(/(node_modules[/\\])([^/\\]+)/g, (all, folder, name) => `${folder}${ctx.stylize(name, 'module')}`);
}

module.exports = { formatError };
