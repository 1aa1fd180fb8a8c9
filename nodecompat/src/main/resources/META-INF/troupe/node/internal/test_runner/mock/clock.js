// A clock that stands still until it is told to advance, with the timers that wait for it (nodejs.org/api/test.html#class-mocktimers, v22).
// Missing: nothing.
'use strict';

const MOST_MILLIS = 2 ** 31 - 1;

/** What setTimeout() returns while the clock is mocked. */
class MockTimeout {
  #clock;
  #referenced = true;

  constructor(clock, callback, delay, args, repeats) {
    this.#clock = clock;
    Object.assign(this, { id: clock.nextId(), callback, runAt: clock.now + delay, args, interval: repeats ? delay : undefined });
  }

  hasRef() {
    return this.#referenced;
  }

  ref() {
    this.#referenced = true;
    return this;
  }

  unref() {
    this.#referenced = false;
    return this;
  }

  refresh() {
    return this;
  }

  close() {
    this.#clock.clear(this);
    return this;
  }

  [Symbol.toPrimitive]() {
    return this.id;
  }

  [Symbol.dispose]() {
    this.close();
  }
}

class MockClock {
  #ids = 0;
  #waiting = [];

  constructor(now) {
    this.now = now;
  }

  nextId() {
    return ++this.#ids;
  }

  start(callback, delay, args, repeats) {
    delay = delay > MOST_MILLIS || !(delay >= 1) ? 1 : Math.trunc(delay);
    return this.#add(new MockTimeout(this, callback, delay, args, repeats));
  }

  /** Due before any timer of the same moment. */
  startImmediate(callback, args) {
    const immediate = new MockTimeout(this, callback, 0, args, false);
    immediate.first = true;
    return this.#add(immediate);
  }

  #add(timer) {
    this.#waiting.push(timer);
    return timer;
  }

  clear(timer) {
    const at = this.#waiting.findIndex((one) => one === timer || (timer != null && one.id === Number(timer)));
    if (at >= 0) this.#waiting.splice(at, 1)[0].interval = undefined;
    else if (timer instanceof MockTimeout) timer.interval = undefined;
  }

  #earliest(limit) {
    let found;
    for (const timer of this.#waiting) {
      if (timer.runAt > limit) continue;
      const before = found === undefined || timer.runAt < found.runAt || (timer.runAt === found.runAt && timer.first && !found.first);
      if (before) found = timer;
    }
    return found;
  }

  advance(millis) {
    const end = this.now + millis;
    for (let timer = this.#earliest(end); timer !== undefined; timer = this.#earliest(end)) {
      this.#waiting.splice(this.#waiting.indexOf(timer), 1);
      this.now = Math.max(this.now, timer.runAt);
      Reflect.apply(timer.callback, timer, timer.args);
      if (timer.interval === undefined) continue;
      timer.runAt += timer.interval;
      this.#add(timer);
    }
    this.now = end;
  }

  /** As far as the last timer that waits now. */
  advanceToLast() {
    const last = this.#waiting.reduce((latest, timer) => Math.max(latest, timer.runAt), this.now);
    this.advance(last - this.now);
  }
}

module.exports = { MockClock };
