// nodejs.org/api/single-executable-applications.html, v22: a program here never is one, and then Node's functions throw, too.
'use strict';

const { codes } = require('internal/errors');

const notInOne = (name) => ({ [name]() {
  throw new codes.ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION();
} }[name]);

exports.isSea = () => false;
for (const name of ['getAsset', 'getRawAsset', 'getAssetAsBlob', 'getAssetKeys']) exports[name] = notInOne(name);
