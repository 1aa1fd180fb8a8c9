// nodejs.org/api/v8.html, v22: serialization in V8's wire format, and what the JVM tells about its heap. The engine is GraalJS. Missing: heap
// snapshots and spaces, GCProfiler, queryObjects, V8's flags, which throw.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { addMissing } = require('internal/not_implemented');
const { validateString } = require('internal/validators');

defineLazy(exports, 'Serializer', () => require('internal/v8/serializer').Serializer);
defineLazy(exports, 'Deserializer', () => require('internal/v8/deserializer').Deserializer);
for (const name of ['DefaultSerializer', 'DefaultDeserializer']) defineLazy(exports, name, () => require('internal/v8/defaults')[name]);

exports.serialize = function serialize(value) {
  return require('internal/v8/defaults').serialize(value);
};

exports.deserialize = function deserialize(buffer) {
  return require('internal/v8/defaults').deserialize(buffer);
};

/** Of the whole JVM: its heap is one for all actors. */
exports.getHeapStatistics = function getHeapStatistics() {
  const [used, total, most] = [...internalBinding('process').memory()].map(Number);
  return {
    total_heap_size: total, total_heap_size_executable: 0, total_physical_size: total, total_available_size: most - used,
    used_heap_size: used, heap_size_limit: most, malloced_memory: 0, peak_malloced_memory: 0, does_zap_garbage: 0,
    number_of_native_contexts: 1, number_of_detached_contexts: 0, total_global_handles_size: 0, used_global_handles_size: 0, external_memory: 0,
  };
};

/** What compiled code belongs to: the engine, whose version it is. */
exports.cachedDataVersionTag = function cachedDataVersionTag() {
  let tag = 0;
  for (const unit of internalBinding('realm').engineVersion()) tag = (Math.imul(tag, 31) + unit.charCodeAt(0)) >>> 0;
  return tag;
};

exports.setFlagsFromString = function setFlagsFromString(flags) {
  validateString(flags, 'flags');
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('v8.setFlagsFromString()');
};

exports.isStringOneByteRepresentation = function isStringOneByteRepresentation(content) {
  validateString(content, 'content');
  return /^[\u0000-\u00ff]*$/.test(content);
};

// without NODE_V8_COVERAGE these have no effect in Node, either
exports.takeCoverage = function takeCoverage() {};
exports.stopCoverage = function stopCoverage() {};

const notBuilding = (name) => ({ [name]() {
  throw new codes.ERR_NOT_BUILDING_SNAPSHOT();
} }[name]);
exports.startupSnapshot = {
  isBuildingSnapshot: () => false,
  addSerializeCallback: notBuilding('addSerializeCallback'),
  addDeserializeCallback: notBuilding('addDeserializeCallback'),
  setDeserializeMainFunction: notBuilding('setDeserializeMainFunction'),
};

defineLazy(exports, 'promiseHooks', () => require('internal/v8/promise_hooks'));

addMissing(exports, 'v8', [
  'GCProfiler getCppHeapStatistics getHeapCodeStatistics getHeapSnapshot getHeapSpaceStatistics queryObjects setHeapSnapshotNearHeapLimit',
  'writeHeapSnapshot',
].join(' '));
