// https://nodejs.org/docs/latest-v22.x/api/readline.html#readlineemitkeypresseventsstream-interface (v22): keys out of the sequences of terminals.
'use strict';

const ESC = '\x1b';

// by what is left of a sequence without its modifiers: the name, and 's' for shift, 'c' for ctrl
const NAMES = {
  __proto__: null,
  '[P': 'f1', '[Q': 'f2', '[R': 'f3', '[S': 'f4', 'OP': 'f1', 'OQ': 'f2', 'OR': 'f3', 'OS': 'f4',
  '[11~': 'f1', '[12~': 'f2', '[13~': 'f3', '[14~': 'f4', '[200~': 'paste-start', '[201~': 'paste-end',
  '[[A': 'f1', '[[B': 'f2', '[[C': 'f3', '[[D': 'f4', '[[E': 'f5',
  '[15~': 'f5', '[17~': 'f6', '[18~': 'f7', '[19~': 'f8', '[20~': 'f9', '[21~': 'f10', '[23~': 'f11', '[24~': 'f12',
  '[A': 'up', '[B': 'down', '[C': 'right', '[D': 'left', '[E': 'clear', '[F': 'end', '[H': 'home',
  'OA': 'up', 'OB': 'down', 'OC': 'right', 'OD': 'left', 'OE': 'clear', 'OF': 'end', 'OH': 'home',
  '[1~': 'home', '[2~': 'insert', '[3~': 'delete', '[4~': 'end', '[5~': 'pageup', '[6~': 'pagedown',
  '[[5~': 'pageup', '[[6~': 'pagedown', '[7~': 'home', '[8~': 'end',
  '[a': 'up s', '[b': 'down s', '[c': 'right s', '[d': 'left s', '[e': 'clear s',
  '[2$': 'insert s', '[3$': 'delete s', '[5$': 'pageup s', '[6$': 'pagedown s', '[7$': 'home s', '[8$': 'end s',
  'Oa': 'up c', 'Ob': 'down c', 'Oc': 'right c', 'Od': 'left c', 'Oe': 'clear c',
  '[2^': 'insert c', '[3^': 'delete c', '[5^': 'pageup c', '[6^': 'pagedown c', '[7^': 'home c', '[8^': 'end c',
  '[Z': 'tab s',
};
const SINGLE = { __proto__: null, '\r': 'return', '\n': 'enter', '\t': 'tab', '\b': 'backspace', '\x7f': 'backspace', [ESC]: 'escape', ' ': 'space' };

const UNFINISHED = /^\x1b\x1b?(?:O\d?|\[\[?(?:\d{1,3}(?:;\d?)?)?)?$/;
const ANSI = /^(\x1b\x1b?)([O[])([^]*)$/;
const NUMBERED = /^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/;
const LETTERED = /^(?:(?:\d;)?(\d))?([A-Za-z])$/;

/** Collects characters until they make a key. */
class KeyParser {
  constructor(emit) {
    this.emit = emit; // called with the characters or undefined, and the key
    this.pending = '';
  }

  /** The empty string says that no more of a sequence will come. */
  feed(character) {
    if (character === '' && this.pending === '') return;
    const sequence = this.pending + character;
    if (character !== '' && UNFINISHED.test(sequence)) {
      this.pending = sequence;
      return;
    }
    this.pending = '';
    this.decide(sequence, character);
  }

  decide(sequence, last) {
    const key = { sequence, name: undefined, ctrl: false, meta: false, shift: false };
    const escaped = sequence.length > 1 && sequence[0] === ESC;
    const ansi = ANSI.exec(sequence);
    if (ansi !== null) readAnsi(key, ansi[2], ansi[3]);
    else readSingle(key, last, escaped || last === '');
    if (key.name !== undefined || escaped || last === '') this.emit(escaped || last === '' ? undefined : sequence, key);
    else if ([...sequence].length === 1) this.emit(sequence, key);
  }
}

function readSingle(key, character, escaped) {
  const name = SINGLE[character];
  if (name !== undefined) {
    key.name = name;
    key.meta = escaped;
  } else if (!escaped && character <= '\x1a') {
    key.name = String.fromCharCode(character.charCodeAt(0) + 'a'.charCodeAt(0) - 1);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(character)) {
    key.name = character.toLowerCase();
    key.shift = /^[A-Z]$/.test(character);
    key.meta = escaped;
  } else if (escaped) {
    key.name = character.length > 0 ? undefined : 'escape';
    key.meta = true;
  }
}

function readAnsi(key, introducer, rest) {
  let code = introducer;
  let modifier = 0;
  if (introducer === 'O') {
    const [, digit, letter] = /^(\d?)([^]*)$/.exec(rest);
    if (digit) modifier = digit - 1;
    code += letter;
  } else {
    let command = rest;
    if (command[0] === '[') {
      code += '[';
      command = command.slice(1);
    }
    const numbered = NUMBERED.exec(command);
    const lettered = LETTERED.exec(command);
    if (numbered !== null) {
      if (numbered[4]) {
        code += numbered[4];
      } else {
        code += numbered[1] + numbered[3];
        modifier = (numbered[2] || 1) - 1;
      }
    } else if (lettered !== null) {
      code += lettered[2];
      modifier = (lettered[1] || 1) - 1;
    } else {
      code += command;
    }
  }
  const [name, extra] = (NAMES[code] ?? 'undefined').split(' ');
  key.ctrl = Boolean(modifier & 4) || extra === 'c';
  key.meta = Boolean(modifier & 10);
  key.shift = Boolean(modifier & 1) || extra === 's';
  key.code = code;
  key.name = name;
}

module.exports = { KeyParser, ESC };
