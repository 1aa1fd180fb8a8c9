// nodejs.org/api/tls.html, v22, as far as programs need it to load: constants and names. Missing: contexts, sockets and servers, which throw.
'use strict';

const { addMissing } = require('internal/not_implemented');

exports.CLIENT_RENEG_LIMIT = 3;
exports.CLIENT_RENEG_WINDOW = 600;
exports.DEFAULT_ECDH_CURVE = 'auto';
exports.DEFAULT_MIN_VERSION = 'TLSv1.2';
exports.DEFAULT_MAX_VERSION = 'TLSv1.3';

/** RFC 7301 §3.1: each name with its length before it. */
exports.convertALPNProtocols = function convertALPNProtocols(protocols, out) {
  const { Buffer } = require('buffer');
  if (Array.isArray(protocols)) {
    out.ALPNProtocols = Buffer.concat(protocols.map((name) => {
      const bytes = Buffer.from(name);
      if (bytes.length > 255) {
        const { codes } = require('internal/errors');
        throw new codes.ERR_OUT_OF_RANGE('The byte length of the protocol at index 0 exceeds the maximum length.', '<= 255', bytes.length, true);
      }
      return Buffer.concat([Buffer.of(bytes.length), bytes]);
    }));
  } else if (ArrayBuffer.isView(protocols)) {
    out.ALPNProtocols = Buffer.from(protocols.buffer.slice(protocols.byteOffset, protocols.byteOffset + protocols.byteLength));
  }
};

addMissing(exports, 'tls', 'getCiphers checkServerIdentity createSecureContext SecureContext TLSSocket Server createServer connect createSecurePair');
