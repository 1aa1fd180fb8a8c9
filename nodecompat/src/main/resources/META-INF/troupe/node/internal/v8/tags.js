// The wire format of the structured clone algorithm as V8 writes it (version 15), which nodejs.org/api/v8.html#serialization-api documents as
// stable: one byte says what follows. A table.
'use strict';

const code = (character) => character.charCodeAt(0);

module.exports = {
  VERSION: 15,
  HEADER: 0xFF,
  PADDING: 0x00,
  HOLE: code('-'),
  UNDEFINED: code('_'),
  NULL: code('0'),
  TRUE: code('T'),
  FALSE: code('F'),
  INT32: code('I'),
  UINT32: code('U'),
  DOUBLE: code('N'),
  BIGINT: code('Z'),
  ONE_BYTE_STRING: code('"'),
  TWO_BYTE_STRING: code('c'),
  UTF8_STRING: code('S'),
  REFERENCE: code('^'),
  OBJECT: code('o'),
  OBJECT_END: code('{'),
  DENSE_ARRAY: code('A'),
  DENSE_ARRAY_END: code('$'),
  SPARSE_ARRAY: code('a'),
  SPARSE_ARRAY_END: code('@'),
  DATE: code('D'),
  TRUE_OBJECT: code('y'),
  FALSE_OBJECT: code('x'),
  NUMBER_OBJECT: code('n'),
  BIGINT_OBJECT: code('z'),
  STRING_OBJECT: code('s'),
  REGEXP: code('R'),
  MAP: code(';'),
  MAP_END: code(':'),
  SET: code("'"),
  SET_END: code(','),
  ARRAY_BUFFER: code('B'),
  RESIZABLE_ARRAY_BUFFER: code('~'),
  ARRAY_BUFFER_TRANSFER: code('t'),
  ARRAY_BUFFER_VIEW: code('V'),
  SHARED_ARRAY_BUFFER: code('u'),
  ERROR: code('r'),
  HOST_OBJECT: code('\\'),

  /** Bits of a regular expression's flags. */
  REGEXP_FLAGS: { g: 1, i: 2, m: 4, y: 8, u: 16, s: 32, d: 128, v: 256 },

  /** The kind of a view by its letter. */
  VIEWS: {
    b: 'Int8Array', B: 'Uint8Array', C: 'Uint8ClampedArray', w: 'Int16Array', W: 'Uint16Array', d: 'Int32Array', D: 'Uint32Array',
    h: 'Float16Array', f: 'Float32Array', F: 'Float64Array', q: 'BigInt64Array', Q: 'BigUint64Array', '?': 'DataView',
  },

  /** The parts of an error, and the letters of its class. */
  ERROR_PARTS: { message: code('m'), cause: code('c'), stack: code('s'), end: code('.') },
  ERROR_CLASSES: { EvalError: code('E'), RangeError: code('R'), ReferenceError: code('F'), SyntaxError: code('S'), TypeError: code('T'),
    URIError: code('U') },
};
