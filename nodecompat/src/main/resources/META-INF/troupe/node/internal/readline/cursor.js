// https://nodejs.org/docs/latest-v22.x/api/readline.html#readlinecursortostream-x-y-callback and its kin (v22). Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const csi = (text) => `\x1b[${text}`;
const CLEAR_TO_BEGINNING = csi('1K');
const CLEAR_TO_END = csi('0K');
const CLEAR_LINE = csi('2K');
const CLEAR_SCREEN_DOWN = csi('0J');

/** Writes if there is a stream and something to write; true to go on. */
function send(stream, text, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (stream === null || stream === undefined || text === '') {
    if (typeof callback === 'function') nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}

function cursorText(x, y) {
  if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
  if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
  return typeof y !== 'number' ? csi(`${x + 1}G`) : csi(`${y + 1};${x + 1}H`);
}

function cursorTo(stream, x, y, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (typeof y === 'function') {
    callback = y;
    y = undefined;
  }
  if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
  if (stream === null || stream === undefined || (typeof x !== 'number' && typeof y !== 'number')) return send(null, '', callback);
  return send(stream, cursorText(x, y), callback);
}

function moveText(dx, dy) {
  let text = '';
  if (dx < 0) text += csi(`${-dx}D`);
  else if (dx > 0) text += csi(`${dx}C`);
  if (dy < 0) text += csi(`${-dy}A`);
  else if (dy > 0) text += csi(`${dy}B`);
  return text;
}

function moveCursor(stream, dx, dy, callback) {
  return send(stream, moveText(dx, dy), callback);
}

const lineText = (direction) => (direction < 0 ? CLEAR_TO_BEGINNING : direction > 0 ? CLEAR_TO_END : CLEAR_LINE);

function clearLine(stream, direction, callback) {
  return send(stream, lineText(direction), callback);
}

function clearScreenDown(stream, callback) {
  return send(stream, CLEAR_SCREEN_DOWN, callback);
}

module.exports = { cursorTo, moveCursor, clearLine, clearScreenDown, cursorText, moveText, lineText, CLEAR_SCREEN_DOWN };
