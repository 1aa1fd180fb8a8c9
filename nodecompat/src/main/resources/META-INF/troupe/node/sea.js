// nodejs.org/api/sea.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'sea', [
  'isSea getAsset getRawAsset getAssetAsBlob',
].join(' '));
