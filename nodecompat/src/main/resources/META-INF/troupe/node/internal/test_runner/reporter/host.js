// The machine's name in reports (nodejs.org/api/os.html#oshostname, v22); empty for an actor that may not know it.
'use strict';

function hostname() {
  try {
    return require('os').hostname();
  } catch {
    return '';
  }
}

module.exports = { hostname };
