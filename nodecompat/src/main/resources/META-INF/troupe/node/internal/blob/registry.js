// nodejs.org/api/url.html#urlcreateobjecturlblob, v22: Blobs by the URLs that the program was given for them. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { isBlob } = require('internal/blob');

// A program that never revokes would keep each of its Blobs: at this count it is told.
const MOST = 100_000;

const blobs = new Map();

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new codes.ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  if (blobs.size >= MOST) throw new codes.ERR_OUT_OF_RANGE('URLs of Blobs', `<= ${MOST}`, blobs.size + 1);
  const id = require('crypto').randomUUID();
  blobs.set(id, blob);
  return `blob:nodedata:${id}`;
}

function revokeObjectURL(url) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
  blobs.delete(idOf(`${url}`));
}

function resolveObjectURL(url) {
  const blob = blobs.get(idOf(`${url}`));
  return blob?.slice(0, blob.size, blob.type);
}

function idOf(url) {
  return /^blob:nodedata:([^:?#]+)$/.exec(url)?.[1];
}

module.exports = { createObjectURL, revokeObjectURL, resolveObjectURL };
