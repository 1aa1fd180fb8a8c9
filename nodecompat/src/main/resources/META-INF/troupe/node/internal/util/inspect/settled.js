// Reads the text with which the engine shows the value of a settled promise, for util.inspect (nodejs.org/api/util.html, v22). Missing:
// objects, symbols and long strings, whose text does not say what they are.
'use strict';

const WORDS = { __proto__: null, undefined, null: null, true: true, false: false, NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

/** { value }, or undefined if the text is not that of a primitive value. */
function primitiveOf(text) {
  if (text in WORDS) return { value: WORDS[text] };
  if (/^-?\d+n$/.test(text)) return { value: BigInt(text.slice(0, -1)) };
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text)) return { value: Number(text) };
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

module.exports = { primitiveOf };
