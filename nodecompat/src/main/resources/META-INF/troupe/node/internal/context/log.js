// ctx.log: one JSON object a line, with level, time, message and fields; debug and info on stdout, warn and error on stderr.
'use strict';

const realm = internalBinding('realm');

function fieldsOf(value) {
  if (value instanceof Error) return { error: { name: value.name, message: value.message, stack: value.stack } };
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  return { value };
}

/** Values that JSON has no form for are shown as text; what contains itself is cut. */
function write(entry) {
  const ancestors = [];
  return JSON.stringify(entry, function(key, value) {
    if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') return String(value);
    if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
    if (value === null || typeof value !== 'object') return value;
    while (ancestors.length > 0 && ancestors[ancestors.length - 1] !== this) ancestors.pop();
    if (ancestors.includes(value)) return '[Circular]';
    ancestors.push(value);
    return value;
  });
}

function line(fd, level) {
  return { [level](message, fields) {
    const entry = { level, time: new Date().toISOString() };
    if (typeof message === 'string') entry.message = message;
    else Object.assign(entry, fieldsOf(message));
    if (fields !== undefined) Object.assign(entry, fieldsOf(fields));
    realm.write(fd, `${write(entry)}\n`);
  } }[level];
}

const log = () => Object.freeze({ debug: line(1, 'debug'), info: line(1, 'info'), warn: line(2, 'warn'), error: line(2, 'error') });

module.exports = { log };
