// nodejs.org/api/net.html, v22: the forms of arguments that listen() and connect() share.
'use strict';

function toNumber(value) {
  const number = Number(value);
  return number >= 0 ? number : false;
}

function isPipeName(value) {
  return typeof value === 'string' && toNumber(value) === false;
}

// [options, callback or null] from (), (options), (path), (port), (port, host), each with a callback at the end.
function normalizeArguments(args) {
  let options = {};
  if (args.length > 0) {
    const first = args[0];
    if (typeof first === 'object' && first !== null) {
      options = first;
    } else if (isPipeName(first)) {
      options.path = first;
    } else {
      options.port = first;
      if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
    }
  }
  const last = args[args.length - 1];
  return [options, typeof last === 'function' ? last : null];
}

module.exports = { normalizeArguments, toNumber, isPipeName };
