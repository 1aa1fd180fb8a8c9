// nodejs.org/api/util.html#utilgetcallsitesframecount-options, v22. Missing: sourceMap (frames are in original lines already).
'use strict';

const { validateBoolean, validateNumber, validateObject } = require('internal/validators');

const FRAME = /^\s+at (?:(.*?) \()?(.*?)(?::(\d+):(\d+))?\)?$/;

function getCallSites(frameCount = 8, options) {
  if (options === undefined && frameCount !== null && typeof frameCount === 'object') {
    options = frameCount;
    frameCount = 8;
    validateObject(options, 'options');
  }
  if (options !== undefined) {
    validateObject(options, 'options');
    if (options.sourceMap !== undefined) validateBoolean(options.sourceMap, 'options.sourceMap');
  }
  validateNumber(frameCount, 'frameCount', 1, 200);
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = frameCount;
  const holder = {};
  try {
    Error.captureStackTrace(holder, getCallSites);
    return parse(holder.stack);
  } finally {
    Error.stackTraceLimit = before;
  }
}

function parse(stack) {
  const sites = [];
  for (const line of String(stack).split('\n')) {
    const frame = FRAME.exec(line);
    if (frame === null) continue;
    const columnNumber = Number(frame[4] ?? 0);
    sites.push({
      functionName: frame[1] ?? '', scriptId: '0', scriptName: frame[2], lineNumber: Number(frame[3] ?? 0), columnNumber, column: columnNumber,
    });
  }
  return sites;
}

module.exports = { getCallSites };
