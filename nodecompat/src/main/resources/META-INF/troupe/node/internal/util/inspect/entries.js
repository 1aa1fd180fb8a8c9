// The entries of arrays, collections and bytes as util.inspect lists them (nodejs.org/api/util.html, v22). Missing: nothing.
'use strict';

const { formatNumber, formatBigInt } = require('internal/util/inspect/primitives');
const ARRAY_ITEM = 1;

const none = () => [];
const more = (count, what = 'item') => `... ${count} more ${what}${count > 1 ? 's' : ''}`;

function ofArray(ctx, value, recurseTimes) {
  const { formatProperty } = require('internal/util/inspect');
  const { length } = value;
  const limit = Math.min(Math.max(0, ctx.maxArrayLength), length);
  const output = [];
  let index = 0;
  while (index < length && output.length < limit) {
    if (Object.hasOwn(value, index)) {
      output.push(formatProperty(ctx, value, recurseTimes, String(index), ARRAY_ITEM));
      index++;
      continue;
    }
    const next = nextIndex(value, index, length);
    output.push(ctx.stylize(`<${next - index} empty item${next - index > 1 ? 's' : ''}>`, 'undefined'));
    index = next;
  }
  if (index < length) output.push(more(length - index));
  return output;
}

/** The end of a hole; an array of 2^32 - 1 holes must not be walked. */
function nextIndex(value, index, length) {
  for (let i = index + 1; i < Math.min(length, index + 1000); i++) if (Object.hasOwn(value, i)) return i;
  if (index + 1000 >= length) return length;
  for (const key of Object.keys(value)) {
    const number = Number(key);
    if (Number.isInteger(number) && number > index && number < length && String(number) === key) return number;
  }
  return length;
}

function ofSet(ctx, value, recurseTimes) {
  return limited(ctx, Set.prototype.values.call(value), value.size, (format, item) => format(item), recurseTimes);
}

function ofMap(ctx, value, recurseTimes) {
  return limited(ctx, Map.prototype.entries.call(value), value.size, (format, [key, item]) => `${format(key)} => ${format(item)}`, recurseTimes);
}

function limited(ctx, iterator, size, show, recurseTimes) {
  const { formatValue } = require('internal/util/inspect');
  const limit = Math.min(Math.max(0, ctx.maxArrayLength), size);
  const output = [];
  ctx.indentationLvl += 2;
  for (const item of iterator) {
    if (output.length >= limit) break;
    output.push(show((one) => formatValue(ctx, one, recurseTimes), item));
  }
  ctx.indentationLvl -= 2;
  if (size > limit) output.push(more(size - limit));
  return output;
}

function ofTypedArray(ctx, value, recurseTimes) {
  const { formatValue } = require('internal/util/inspect');
  const limit = Math.min(Math.max(0, ctx.maxArrayLength), value.length);
  const format = typeof value[0] === 'bigint' ? formatBigInt : formatNumber;
  const output = [];
  for (let i = 0; i < limit; i++) output.push(format(ctx.stylize, value[i], ctx.numericSeparator));
  if (value.length > limit) output.push(more(value.length - limit));
  if (ctx.showHidden) {
    ctx.indentationLvl += 2;
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      output.push(`[${key}]: ${formatValue(ctx, value[key], recurseTimes, true)}`);
    }
    ctx.indentationLvl -= 2;
  }
  return output;
}

function ofArrayBuffer(ctx, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [ctx.stylize('(detached)', 'special')];
  }
  const limit = Math.min(Math.max(0, ctx.maxArrayLength), bytes.length);
  const shown = Array.from(bytes.subarray(0, limit), (byte) => byte.toString(16).padStart(2, '0'));
  if (bytes.length > limit) shown.push(more(bytes.length - limit, 'byte'));
  return [`${ctx.stylize('[Uint8Contents]', 'special')}: <${shown.join(' ')}>`];
}

/** The engine shows the state, and the value as a text: enough for primitive values. */
function ofPromise(ctx, value, recurseTimes) {
  const { formatValue } = require('internal/util/inspect');
  const [state, text] = internalBinding('introspection').promise(value);
  if (state === 'pending') return [ctx.stylize('<pending>', 'special')];
  ctx.indentationLvl += 2;
  const primitive = require('internal/util/inspect/settled').primitiveOf(text);
  const shown = primitive === undefined ? ctx.stylize('<value unknown>', 'special') : formatValue(ctx, primitive.value, recurseTimes);
  ctx.indentationLvl -= 2;
  return [state === 'rejected' ? `${ctx.stylize('<rejected>', 'special')} ${shown}` : shown];
}

module.exports = { none, ofPromise, ofArray, ofSet, ofMap, ofTypedArray, ofArrayBuffer };
