// One actor's log, followed: the API answers when there are new lines.

import { get, Refused } from './api.js';

const MOST_LINES = 500;
const PAUSE_MS = 2000;

const utf8 = new TextDecoder();

function text(base64) {
  return utf8.decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

function show(target, answer) {
  const atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
  answer.lines.forEach((line, index) => {
    const element = document.createElement('span');
    element.textContent = `${text(line)}\n`;
    if (answer.streams[index] === 1) element.className = 'err';
    target.append(element);
  });
  while (target.childElementCount > MOST_LINES) target.firstElementChild.remove();
  if (atEnd) target.scrollTop = target.scrollHeight;
}

const pause = (signal) => new Promise((resolve) => {
  const timer = setTimeout(resolve, PAUSE_MS);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); });
});

/** Fills `target` with the lines of the actor `id` until `signal` aborts; `refused` is called if the token is not taken any more. */
export async function follow(id, target, signal, refused) {
  target.replaceChildren();
  let index = '0';
  while (!signal.aborted) {
    try {
      const answer = await get('/actors/logs', { actor_ids_json: JSON.stringify([id]), stream: 'all', watch_index: index }, signal);
      if (signal.aborted) return;
      show(target, answer);
      index = answer.watch.index;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) {
        refused(error);
        return;
      }
      await pause(signal);
    }
  }
}
