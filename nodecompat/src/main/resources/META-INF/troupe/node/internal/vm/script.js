// nodejs.org/api/vm.html#class-vmscript and vmcompilefunction, v22: texts that run in a context. Missing: timeout and breakOnSigint, which throw;
// cachedData holds a check sum of the text, since the engine keeps its code itself.
'use strict';

const { codes } = require('internal/errors');
const { addOwner, contextOf, main, offerImport, removeOwner } = require('internal/vm/context');
const { option } = require('internal/options');
const modules = internalBinding('modules');

const MAIN_LOADER = Symbol('vm_dynamic_import_main_context_default');
/** What a text reaches its owner by, see internal/vm/context. */
const OWNER = "globalThis[Symbol.for('dev.troupe.vm')]";
/** Lines or columns: the engine knows no offsets but by a text that is as much longer, and what exceeds this is left out. */
const LARGEST_OFFSET = 65536;
const decorated = new WeakSet();

/** The text with its import() sent to `callback`, which is undefined, MAIN_LOADER or a function. */
function textOf(code, owner, filename, callback) {
  if (!code.includes('import')) return code;
  const number = addOwner({ import: (specifier, options) => importFor(owner(), filename, callback, specifier, options) });
  const text = modules.scriptText(code, `${OWNER}(${number})`);
  if (text === code) {
    removeOwner(number);
    return text;
  }
  return text;
}

async function importFor(owner, filename, callback, specifier, options) {
  if (callback === undefined) throw new codes.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING();
  if (callback === MAIN_LOADER) {
    const { importFrom } = require('internal/modules');
    const { resolve } = require('path');
    return importFrom(filename.startsWith('file:') ? require('url').fileURLToPath(filename) : resolve(filename), `${specifier}`, options);
  }
  if (option('--experimental-vm-modules') !== true) throw new codes.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG();
  const module = await callback(`${specifier}`, owner, { __proto__: null, ...options?.with });
  if (require('util/types').isModuleNamespaceObject(module)) return module;
  return require('internal/vm/module').namespaceOf(module);
}

/** Positions: the text begins at a line and column of the caller's choice. */
function placed(text, lineOffset, columnOffset) {
  if (lineOffset > LARGEST_OFFSET || columnOffset > LARGEST_OFFSET) return text;
  if (lineOffset <= 0 && columnOffset <= 0) return text;
  return '\n'.repeat(Math.max(0, lineOffset)) + ' '.repeat(Math.max(0, columnOffset)) + text;
}

const FRAME = /\n {4}at (?:.*\()?(.*):(\d+):(\d+)\)?/;

const NOWHERE = Object.freeze({ line: 0, column: 0 });

/** Puts the source line before an error's stack, as Node does: displayErrors; `offset` is what `placed` put before the text. */
function decorate(error, filename, text, offset = NOWHERE) {
  if (!(error instanceof Error) && Object.prototype.toString.call(error) !== '[object Error]') return;
  if (decorated.has(error)) return;
  const stack = String(error.stack);
  const at = FRAME.exec(stack);
  const syntax = new RegExp(`^SyntaxError: ${RegExp.escape?.(filename) ?? filename.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:(\\d+):(\\d+)`).exec(stack);
  const [line, column] = syntax ? [syntax[1], Number(syntax[2]) + 1] : at?.[1] === filename ? [at[2], at[3]] : [];
  if (line === undefined) return;
  decorated.add(error);
  const moved = Number(line) === Math.max(0, offset.line) + 1 ? Math.max(0, offset.column) : 0;
  const source = (text.split('\n')[line - 1] ?? '').slice(moved);
  const value = `${filename}:${line}\n${source}\n${' '.repeat(Math.max(0, column - 1 - moved))}^\n\n${stack}`;
  Object.defineProperty(error, 'stack', { __proto__: null, value, writable: true, configurable: true });
}

/** Runs `text` as a script of `context`; the name shows in stacks. */
function run(context, text, filename, displayErrors, offset) {
  if (text.includes(OWNER)) offerImport(context.global);
  return context.within(() => {
    try {
      return context.runScript({ name: filename, script: text });
    } catch (error) {
      if (displayErrors) decorate(error, filename, text, offset);
      throw error;
    }
  });
}

/** Throws a text's SyntaxError. */
function check(text, filename) {
  try {
    modules.checkScript(text, filename);
  } catch (error) {
    decorate(error, filename, text);
    throw error;
  }
}

function refuseLimits(options) {
  if (options.timeout !== undefined) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('vm with the option timeout');
  if (options.breakOnSigint) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('vm with the option breakOnSigint');
}

function contextChecked(object, name = 'contextifiedObject') {
  const { validateObject } = require('internal/validators');
  validateObject(object, name, { allowFunction: true, allowArray: true });
  const context = contextOf(object);
  if (context === undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, 'vm.Context', object);
  return context;
}

module.exports = { MAIN_LOADER, OWNER, check, contextChecked, decorate, importFor, main, placed, refuseLimits, run, textOf };
