// Characters as a terminal shows them and as a line holds them.
'use strict';

const { stripVTControlCharacters } = require('util');
const { widthOf } = require('internal/util/inspect/layout');

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/** Units of the character before `at`. */
function lengthLeft(text, at) {
  if (at <= 0) return 0;
  return at > 1 && isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2)) ? 2 : 1;
}

/** Units of the character at `at`; after the end there is room for one. */
function lengthAt(text, at) {
  return isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
}

const reverse = (text) => [...text].reverse().join('');

function commonPrefix(texts) {
  if (texts.length === 0) return '';
  const sorted = texts.slice().sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}

module.exports = { widthOf, strip: stripVTControlCharacters, lengthLeft, lengthAt, reverse, commonPrefix };
