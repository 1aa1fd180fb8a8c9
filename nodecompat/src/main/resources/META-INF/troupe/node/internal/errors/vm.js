// nodejs.org/api/errors.html, v22: the texts of node:vm's codes.
'use strict';

function text(code, [a, b]) {
  switch (code) {
    case 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING': return 'A dynamic import callback was not specified.';
    case 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG':
      return 'A dynamic import callback was invoked without --experimental-vm-modules';
    case 'ERR_VM_MODULE_ALREADY_LINKED': return 'Module has already been linked';
    case 'ERR_VM_MODULE_CACHED_DATA_REJECTED': return 'cachedData buffer was rejected';
    case 'ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA': return 'Cached data cannot be created for a module which has been evaluated';
    case 'ERR_VM_MODULE_DIFFERENT_CONTEXT': return 'Linked modules must use the same context';
    case 'ERR_VM_MODULE_LINK_FAILURE': return b === undefined ? `${a}` : `request for '${a}' ${b}`;
    case 'ERR_VM_MODULE_NOT_MODULE': return 'Provided module is not an instance of Module';
    case 'ERR_VM_MODULE_STATUS': return `Module status ${a}`;
    default: return a === undefined ? code : `${a}`;
  }
}

module.exports = { text };
