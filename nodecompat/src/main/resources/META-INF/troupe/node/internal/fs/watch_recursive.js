// nodejs.org/api/fs.html#fswatchfilename-options-listener, v22: a directory with all below it, as one watch for each directory.
// Missing: nothing.
'use strict';

const { runSync } = require('internal/fs/forms');
const look = require('internal/fs/look');
const { shown } = require('internal/fs/paths');
const { Watch } = require('internal/fs/watch');

class Tree {
  #root;
  #watches = new Map();
  #persistent;
  #tell;
  #closed = false;

  constructor(path, persistent, tell) {
    this.#root = shown(path);
    this.#persistent = persistent;
    this.#tell = tell;
    this.#add('', path);
  }

  #path(relative) {
    return relative === '' ? this.#root : `${this.#root}/${relative}`;
  }

  #add(relative, path = this.#path(relative)) {
    this.#watches.set(relative, new Watch(path, this.#persistent, (type, name) => this.#changed(relative, type, name)));
    if (runSync(look.stat(path)).isDirectory()) this.#each(relative, (child) => this.#add(child));
  }

  /** Calls `visit` for each directory in a directory that may go away meanwhile. */
  #each(relative, visit, seen = () => {}) {
    let entries;
    try {
      entries = runSync(look.readdir(this.#path(relative), { withFileTypes: true }));
    } catch {
      return;
    }
    for (const entry of entries) {
      const child = relative === '' ? entry.name : `${relative}/${entry.name}`;
      seen(child);
      try {
        if (entry.isDirectory()) visit(child);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    }
  }

  #changed(relative, type, name) {
    const changed = relative === '' ? name : `${relative}/${name}`;
    if (type === 'rename') this.#follow(changed);
    // the parent tells of a directory that is gone
    if (!(relative !== '' && name === '')) this.#tell(type, changed);
  }

  /** A name came or went: so do the watches below it. */
  #follow(changed) {
    const stats = this.#stat(changed);
    if (stats?.isDirectory() && !this.#watches.has(changed) && !this.#closed) {
      this.#adopt(changed);
    } else if (stats === undefined) {
      for (const [known, watch] of this.#watches) {
        if (known === changed || known.startsWith(`${changed}/`)) {
          watch.close();
          this.#watches.delete(known);
        }
      }
    }
  }

  /** What a new directory holds already was made before anybody watched it. */
  #adopt(changed) {
    const tell = (child) => require('internal/ticks').nextTick(() => { if (!this.#closed) this.#tell('rename', child); });
    this.#watches.set(changed,
      new Watch(this.#path(changed), this.#persistent, (type, name) => this.#changed(changed, type, name)));
    this.#each(changed, (child) => this.#adopt(child), tell);
  }

  #stat(relative) {
    try {
      return runSync(look.lstat(this.#path(relative), { throwIfNoEntry: false }));
    } catch {
      return undefined;
    }
  }

  get timer() {
    const timers = [...this.#watches.values()].map(({ timer }) => timer);
    return {
      ref: () => timers.forEach((timer) => timer?.ref()),
      unref: () => timers.forEach((timer) => timer?.unref()),
    };
  }

  close() {
    this.#closed = true;
    for (const watch of this.#watches.values()) watch.close();
    this.#watches.clear();
  }
}

module.exports = { start: (path, persistent, tell) => new Tree(path, persistent, tell) };
