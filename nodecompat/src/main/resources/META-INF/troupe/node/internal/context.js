// The ctx that start(ctx) receives: what the actor is, its stop signal its storage and its log, frozen through and through.
'use strict';

let controller;
let stopped;

/** The signal, made on first use: an actor that never asks pays nothing. */
function signal() {
  if (controller === undefined) {
    controller = new (require('internal/abort_controller').AbortController)();
    if (stopped !== undefined) controller.abort(stopped);
  }
  return controller.signal;
}

function stop(name) {
  if (stopped !== undefined) return;
  const { AbortError } = require('internal/errors');
  stopped = new AbortError(`The actor was asked to stop (${name})`);
  controller?.abort(stopped);
}

function deepFreeze(value) {
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner !== null && typeof inner === 'object') deepFreeze(inner);
  }
  return Object.freeze(value);
}

/** `metadata` parsed from JSON, as ctx. */
function context(metadata) {
  if (metadata.actor?.createdAt !== undefined) metadata.actor.createdAt = new Date(metadata.actor.createdAt);
  let log;
  return Object.freeze({
    metadata: deepFreeze(metadata),
    get kv() {
      return require('internal/context/kv').kv;
    },
    get signal() {
      return signal();
    },
    get log() {
      return (log ??= require('internal/context/log').log());
    },
  });
}

module.exports = { context, stop };
