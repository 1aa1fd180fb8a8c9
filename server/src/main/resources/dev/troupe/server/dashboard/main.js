// The page: asks for the overview every other second while somebody looks, and shows one actor's log on demand. It changes nothing on the host.

import { get, Refused, remember } from './api.js';
import { follow } from './log.js';
import { age, bytes, count, seconds, tags } from './text.js';

const EVERY_MS = 2000;
const find = (id) => document.getElementById(id);

let chosen = null;
let following = null;

function cell(title, content, className = '') {
  const td = document.createElement('td');
  td.dataset.title = title;
  td.className = className;
  td.append(content);
  return td;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function named(id, map) {
  const both = document.createElement('div');
  both.append(element('div', 'id', id), element('div', 'tags', tags(map)));
  return both;
}

function state(actor) {
  const failed = actor.state === 'backing_off' || (actor.ended !== undefined && actor.ended.exit_code !== 0);
  const span = element('span', `state ${actor.state} ${failed ? 'failed' : ''}`, actor.state.replace('_', ' '));
  if (actor.ended !== undefined) span.append(element('span', 'reason', actor.ended.message));
  return span;
}

function logButton(actor) {
  const button = element('button', '', 'Log');
  button.type = 'button';
  button.dataset.actor = actor.id;
  button.setAttribute('aria-pressed', String(actor.id === chosen));
  button.setAttribute('aria-label', `Log of actor ${actor.id}`);
  button.addEventListener('click', () => (actor.id === chosen ? closeLog() : openLog(actor.id)));
  return button;
}

function actorRow(actor, now) {
  const row = document.createElement('tr');
  const used = actor.usage;
  row.append(
    cell('Actor', named(actor.id, actor.tags)),
    cell('State', state(actor)),
    cell('Age', age(actor.created_at, actor.destroyed_at ?? now), 'number'),
    cell('CPU', used === undefined ? '–' : seconds(used.cpu_ms), 'number'),
    cell('Allocated', used === undefined ? '–' : bytes(used.allocated_bytes), 'number'),
    cell('Requests', used === undefined ? '–' : count(used.requests), 'number'),
    cell('Log', logButton(actor)),
  );
  return row;
}

function buildRow(build, now) {
  const row = document.createElement('tr');
  row.append(
    cell('Build', element('span', 'id', build.id)),
    cell('Tags', element('span', 'tags', tags(build.tags))),
    cell('Age', age(build.created_at, now), 'number'),
  );
  return row;
}

/** New rows; the keyboard's place among them stays. */
function fill(table, rows) {
  const focused = document.activeElement?.dataset?.actor;
  table.tBodies[0].replaceChildren(...rows);
  table.hidden = rows.length === 0;
  if (focused !== undefined) table.querySelector(`button[data-actor="${CSS.escape(focused)}"]`)?.focus();
}

function show(overview) {
  const engine = overview.engine;
  find('host').textContent = `${engine.name}, ${engine.optimised ? 'optimised' : 'interpreter only'}, JDK ${overview.jdk}, region ${overview.region.name}`;
  find('host').title = engine.cause;
  find('actors-count').textContent = `${count(overview.living)} living`;
  find('builds-count').textContent = count(overview.builds.length);
  fill(find('actors'), overview.actors.map((actor) => actorRow(actor, overview.now)));
  fill(find('builds'), overview.builds.map((build) => buildRow(build, overview.now)));
  find('no-actors').hidden = overview.actors.length > 0;
  find('no-builds').hidden = overview.builds.length > 0;
  find('more-actors').hidden = !overview.more;
  find('more-actors').textContent = `These are the newest ${overview.actors.length}; troupe actor list shows all.`;
  find('door').hidden = true;
  find('board').hidden = false;
}

function ask(refusal) {
  closeLog();
  find('board').hidden = true;
  find('door').hidden = false;
  find('host').textContent = 'Closed';
  find('refused').textContent = refusal.message;
  find('token').focus();
}

function openLog(id) {
  closeLog();
  chosen = id;
  following = new AbortController();
  find('log-title').textContent = `Log of ${id}`;
  find('log-section').hidden = false;
  mark();
  find('log-title').focus();
  follow(id, find('log'), following.signal, ask);
}

function closeLog() {
  following?.abort();
  following = null;
  const left = chosen;
  chosen = null;
  find('log-section').hidden = true;
  mark();
  if (left !== null) find('actors').querySelector(`button[data-actor="${CSS.escape(left)}"]`)?.focus();
}

function mark() {
  for (const button of find('actors').querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.actor === chosen));
  }
}

let timer = null;

async function refresh() {
  clearTimeout(timer);
  if (document.visibilityState === 'hidden') return;
  try {
    show(await get('/overview'));
  } catch (error) {
    if (error instanceof Refused) {
      ask(error);
      return;
    }
    find('host').textContent = `The host does not answer (${error.message}); trying again.`;
  }
  timer = setTimeout(refresh, EVERY_MS);
}

find('door').addEventListener('submit', (event) => {
  event.preventDefault();
  remember(find('token').value.trim());
  find('token').value = '';
  refresh();
});
find('log-close').addEventListener('click', closeLog);
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') closeLog(); });
document.addEventListener('visibilitychange', refresh);
refresh();
