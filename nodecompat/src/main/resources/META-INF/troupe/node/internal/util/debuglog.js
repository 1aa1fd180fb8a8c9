// nodejs.org/api/util.html#utildebuglogsection-callback, v22. Missing: nothing.
'use strict';

/** Are the messages of `section` wanted? NODE_DEBUG lists them, with `*` for any text. */
function wanted(section) {
  const { process } = require('internal/process/object');
  const list = process.env.NODE_DEBUG;
  if (!list) return false;
  const pattern = list.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^');
  return new RegExp(`^${pattern}$`, 'i').test(section);
}

function debuglog(section, callback) {
  section = section.toUpperCase();
  let enabled;
  let told = false;
  const isEnabled = () => (enabled ??= wanted(section));
  const logger = (...args) => {
    if (!told) {
      told = true;
      if (typeof callback === 'function') callback(logger);
    }
    if (!isEnabled()) return;
    const { process } = require('internal/process/object');
    const text = require('internal/util/format').formatWithOptions({}, ...args);
    internalBinding('realm').write(2, `${section} ${process.pid}: ${text}\n`);
  };
  Object.defineProperty(logger, 'enabled', { __proto__: null, get: isEnabled, configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
