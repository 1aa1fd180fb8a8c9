// nodejs.org/api/util.html#utilgetcallsitesframecount-options, v22. Missing: sourceMap (frames are in original lines already).
'use strict';

const { validateBoolean, validateNumber, validateObject } = require('internal/validators');

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
  return sitesBelow(getCallSites, frameCount).map((site) => {
    const columnNumber = site.getColumnNumber() ?? 0;
    const scriptName = site.getScriptNameOrSourceURL?.() ?? site.getFileName() ?? '';
    return {
      functionName: site.getFunctionName() ?? '', scriptId: '0', scriptName, lineNumber: site.getLineNumber() ?? 0, columnNumber, column: columnNumber,
    };
  });
}

/** The frames below `fn` as the engine has them; the program's Error.prepareStackTrace is not asked. */
function sitesBelow(fn, count) {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const holder = {};
  try {
    put('stackTraceLimit', count);
    put('prepareStackTrace', (error, sites) => sites);
    Error.captureStackTrace(holder, fn);
    return Array.isArray(holder.stack) ? holder.stack : [];
  } finally {
    restore('stackTraceLimit', limit);
    restore('prepareStackTrace', prepare);
  }
}

function restore(name, descriptor) {
  if (descriptor === undefined) delete Error[name];
  else if (descriptor.configurable || descriptor.writable) Object.defineProperty(Error, name, { __proto__: null, ...descriptor });
}

function put(name, value) {
  Reflect.defineProperty(Error, name, { __proto__: null, value, writable: true, configurable: true });
}

module.exports = { getCallSites, sitesBelow };
