// https://nodejs.org/docs/latest-v22.x/api/readline.html#readlineemitkeypresseventsstream-interface (v22). Missing: nothing.
'use strict';

const { KeyParser, ESC } = require('internal/readline/keys');

const kParser = Symbol('keypress parser');
const kDecoder = Symbol('keypress decoder');

// after this long a lone escape character is the escape key, in milliseconds; Node's default
const ESCAPE_TIMEOUT = 500;

/** Makes `stream` emit 'keypress' while somebody listens for it. */
function emitKeypressEvents(stream, readline = {}) {
  if (stream[kParser]) return;
  const { StringDecoder } = require('string_decoder');
  stream[kDecoder] = new StringDecoder('utf8');
  const parser = stream[kParser] = new KeyParser((text, key) => stream.emit('keypress', text, key));
  const flush = () => parser.feed('');
  const { escapeCodeTimeout = ESCAPE_TIMEOUT } = readline;
  let timer;

  function onData(input) {
    if (stream.listenerCount('keypress') === 0) {
      // nobody listens any more: as a stream without these events
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
      return;
    }
    const text = stream[kDecoder].write(input);
    if (!text) return;
    clearTimeout(timer);
    const characters = [...text];
    readline[kSawKeyPress] = characters.length === 1;
    // what is pasted is not to be completed
    readline.isCompletionEnabled = false;
    for (let i = 0; i < characters.length; i++) {
      if (i === characters.length - 1) readline.isCompletionEnabled = true;
      try {
        parser.feed(characters[i]);
      } catch (error) {
        parser.pending = '';
        throw error;
      }
    }
    if (characters[characters.length - 1] === ESC) timer = setTimeout(flush, escapeCodeTimeout);
  }

  function onNewListener(event) {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  }

  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

const kSawKeyPress = Symbol('saw key press');

module.exports = { emitKeypressEvents, kSawKeyPress };
