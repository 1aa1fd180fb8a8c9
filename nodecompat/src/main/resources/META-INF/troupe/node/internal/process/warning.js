// nodejs.org/api/process.html#processemitwarningwarning-options, v22. Missing: --redirect-warnings.
'use strict';

const { process } = require('internal/process/object');
const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { nextTick } = require('internal/ticks');
const { option, values } = require('internal/options');
const realm = internalBinding('realm');

const { apply } = Reflect;
const { toString } = Error.prototype;
let printing = false;
let hinted = false;

function make(warning, type, code, ctor, detail) {
  const error = new Error(warning);
  error.name = String(type || 'Warning');
  if (code !== undefined) error.code = code;
  if (detail !== undefined) error.detail = detail;
  Error.captureStackTrace(error, ctor || process.emitWarning);
  return error;
}

function read(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ({ ctor, code, detail } = type);
    if (typeof detail !== 'string') detail = undefined;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    ctor = type;
    code = '';
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = '';
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') return make(warning, type, code || undefined, ctor, detail);
  if (!(warning instanceof Error)) throw new codes.ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  return warning;
}

function emitWarning(warning, type, code, ctor) {
  const error = read(warning, type, code, ctor);
  if (error.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      nextTick(() => {
        throw error;
      });
      return;
    }
  }
  nextTick(emit, error);
}

function emitWarningSync(warning, type, code, ctor) {
  emit(make(warning, type, code, ctor));
}

function emit(error) {
  startPrinting();
  process.emit('warning', error);
}

/** The listener that prints: in place before the first warning, unless the program took it off. */
function startPrinting() {
  if (printing) return;
  printing = true;
  if (option('--warnings') === false || process.env.NODE_NO_WARNINGS === '1') return;
  process.prependListener('warning', onWarning);
}

/** nodejs.org/api/cli.html#--disable-warningcode-or-type */
const disabled = (warning) => values('--disable-warning').some((one) => one === warning.code || one === warning.name);

function onWarning(warning) {
  if (!(warning instanceof Error)) return;
  const deprecation = warning.name === 'DeprecationWarning';
  if ((deprecation && process.noDeprecation) || disabled(warning)) return;
  const trace = process.traceProcessWarnings || (deprecation && process.traceDeprecation);
  let text = `(node:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  text += trace && warning.stack ? `${warning.stack}` : shown(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hinted) {
    hinted = true;
    text += `\n(Use \`node --trace-${deprecation ? 'deprecation' : 'warnings'} ...\` to show where the warning was created)`;
  }
  realm.write(2, `${text}\n`);
}

/** A warning may bring a toString that cannot be called. */
function shown(warning) {
  try {
    if (typeof warning.toString === 'function') return `${warning.toString()}`;
  } catch {
    // shown as any error
  }
  return apply(toString, warning, []);
}

module.exports = { emitWarning, emitWarningSync };
