// nodejs.org/api/http2.html, v22, as far as programs need it to load. Missing: sessions, servers and clients, which throw.
'use strict';

const { defineLazy } = require('internal/lazy');
const { addMissing } = require('internal/not_implemented');

defineLazy(exports, 'constants', () => require('internal/http2/constants').constants);
exports.sensitiveHeaders = Symbol('sensitiveHeaders');
exports.getDefaultSettings = function getDefaultSettings() {
  return {
    __proto__: null, headerTableSize: 4096, enablePush: true, initialWindowSize: 65535, maxFrameSize: 16384, maxConcurrentStreams: 4294967295,
    maxHeaderSize: 65535, maxHeaderListSize: 65535, enableConnectProtocol: false,
  };
};

addMissing(exports, 'http2', [
  'connect createServer createSecureServer getPackedSettings getUnpackedSettings performServerHandshake',
  'Http2ServerRequest Http2ServerResponse',
].join(' '));
