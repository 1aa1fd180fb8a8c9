// nodejs.org/api/fs.html#fsglobpattern-options-callback, v22. Written once as steps; a driver waits for them or promises. `**` does not
// go on beyond a link. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateObject, validateString, validateStringArray } = require('internal/validators');
const { checkedCallback, runPromise, runSync } = require('internal/fs/forms');
const { checkedPath, shown } = require('internal/fs/paths');
const { compile, matches, namesOf } = require('internal/fs/glob_pattern');
const look = require('internal/fs/look');
const { posix: { basename, dirname, join, normalize, resolve } } = require('path');

const GONE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP']);

class Walk {
  #cwd;
  #excluded;
  #typed;
  #excludesByName = false;
  #found = new Set();
  #listings = new Map();

  constructor({ cwd, exclude, withFileTypes }) {
    this.#cwd = cwd === undefined ? require('internal/process/cwd').cwd() : resolve(shown(checkedPath(cwd, 'options.cwd')));
    this.#typed = Boolean(withFileTypes);
    this.#excluded = this.#exclusion(exclude);
  }

  #exclusion(exclude) {
    if (exclude == null) return () => false;
    if (typeof exclude === 'function') return (path, dirent) => Boolean(exclude(this.#typed ? dirent : path));
    if (!Array.isArray(exclude)) throw new codes.ERR_INVALID_ARG_TYPE('options.exclude', ['function', 'string[]'], exclude);
    validateStringArray(exclude, 'options.exclude');
    const patterns = exclude.flatMap((pattern) => compile(this.#plain(pattern)));
    const absolutes = patterns.filter(({ absolute }) => absolute);
    const relatives = patterns.filter(({ absolute }) => !absolute);
    const anyOf = (some, path) => {
      const names = some.length > 0 ? namesOf(path) : undefined;
      return some.some(({ segments }) => matches(segments, names));
    };
    this.#excludesByName = true;
    return (path) => (path[0] !== '/' && anyOf(relatives, path)) || anyOf(absolutes, this.#full(path));
  }

  /** Without steps up, which no walked path has. */
  #plain(pattern) {
    return pattern.includes('..') ? normalize(pattern) : pattern;
  }

  #full(path) {
    return resolve(this.#cwd, path);
  }

  /** Yields plans to run, and { found } for each path. */
  * pattern(pattern) {
    for (const compiled of compile(pattern)) yield* this.#at(compiled.absolute ? '/' : '', 0, compiled);
  }

  /** `entry` is what a listing said about `path`, if one did. */
  * #at(path, index, compiled, entry = undefined) {
    const segment = compiled.segments[index];
    if (segment === undefined) {
      yield* this.#end(path, compiled, entry);
    } else if (segment.globstar) {
      yield* this.#globstar(path, index, compiled, entry);
    } else if (segment.name !== undefined) {
      const next = path === '' ? segment.name : `${path === '/' ? '' : path}/${segment.name}`;
      if (!this.#excludesByName || !this.#excluded(normalize(next))) yield* this.#at(next, index + 1, compiled);
    } else {
      for (const entry of yield* this.#entries(path)) {
        if (segment.test.test(entry.name)) yield* this.#child(path, entry, index + 1, compiled);
      }
    }
  }

  * #child(path, entry, index, compiled) {
    const child = path === '' ? entry.name : `${path === '/' ? '' : path}/${entry.name}`;
    if (this.#excluded(normalize(child), entry)) return;
    if (index < compiled.segments.length && !entry.isDirectory() && !entry.isSymbolicLink()) return;
    yield* this.#at(child, index, compiled, entry);
  }

  * #globstar(path, index, compiled, entry) {
    yield* this.#at(path, index + 1, compiled, entry);
    const last = index + 1 === compiled.segments.length;
    const { leading } = compiled.segments[index];
    for (const child of yield* this.#entries(path)) {
      if (child.name[0] === '.') continue;
      if (child.isDirectory()) yield* this.#child(path, child, index, compiled);
      else if (last || (child.isSymbolicLink() && !leading)) yield* this.#child(path, child, index + 1, compiled);
    }
  }

  * #entries(path) {
    const place = this.#full(path);
    if (!this.#listings.has(place)) this.#listings.set(place, yield* attempt(look.readdir(place, { withFileTypes: true }), []));
    return this.#listings.get(place);
  }

  /** A path that all segments agreed to: it must be there, and be a directory if the pattern says so. */
  * #end(path, { directory }, entry) {
    if (path === '') return;
    const result = normalize(path);
    const plain = result.length > 1 && result.endsWith('/') ? result.slice(0, -1) : result;
    if (this.#found.has(plain)) return;
    let stats = entry;
    if (stats === undefined || (directory && !stats.isDirectory())) {
      stats = yield* attempt((directory ? look.stat : look.lstat)(this.#full(path)), undefined);
      if (stats === undefined || (directory && !stats.isDirectory())) return;
    }
    const dirent = this.#typed ? direntOf(this.#full(plain), stats) : undefined;
    if (this.#excluded(plain, dirent)) return;
    this.#found.add(plain);
    yield { found: this.#typed ? dirent : plain };
  }
}

function direntOf(place, stats) {
  const { Dirent } = require('internal/fs/dirent');
  const type = stats.isFile() ? 1 : stats.isDirectory() ? 2 : stats.isSymbolicLink() ? 3 : stats.isFIFO() ? 4 : stats.isSocket() ? 5 : 0;
  return new Dirent(basename(place), type, dirname(place));
}

function* attempt(plan, otherwise) {
  try {
    return yield plan;
  } catch (error) {
    if (GONE.has(error.code)) return otherwise;
    throw error;
  }
}

function* steps(patterns, options = {}) {
  const walk = new Walk(options);
  for (const pattern of patterns) yield* walk.pattern(pattern);
}

function checked(pattern, options) {
  if (options != null) validateObject(options, 'options');
  if (Array.isArray(pattern)) validateStringArray(pattern, 'patterns');
  else validateString(pattern, 'patterns');
  return [[].concat(pattern), options ?? {}];
}

function globSync(pattern, options) {
  const work = steps(...checked(pattern, options));
  const found = [];
  for (let turn = work.next(); !turn.done;) {
    if ('found' in turn.value) {
      found.push(turn.value.found);
      turn = work.next();
      continue;
    }
    let result;
    try {
      result = runSync(turn.value);
    } catch (error) {
      turn = work.throw(error);
      continue;
    }
    turn = work.next(result);
  }
  return found;
}

async function* globAsync(pattern, options) {
  const work = steps(...checked(pattern, options));
  for (let turn = work.next(); !turn.done;) {
    if ('found' in turn.value) {
      yield turn.value.found;
      turn = work.next();
      continue;
    }
    let result;
    try {
      result = await runPromise(turn.value);
    } catch (error) {
      turn = work.throw(error);
      continue;
    }
    turn = work.next(result);
  }
}

async function collect(pattern, options) {
  const found = [];
  for await (const one of globAsync(pattern, options)) found.push(one);
  return found;
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  validateFunction(callback, 'callback');
  const done = checkedCallback(callback);
  const { nextTick } = require('internal/ticks');
  collect(pattern, options).then((found) => nextTick(done, null, found), (error) => nextTick(done, error));
}

module.exports = { glob, globAsync, globSync };
