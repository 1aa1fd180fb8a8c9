// nodejs.org/api/process.html#processsetuidid and its kin, v22: an actor is the user 1000 of the group 1000 and has no right to be another one.
// Names of users and groups are unknown to it.
'use strict';

const { codes, errnoException } = require('internal/errors');
const { validateArray, validateUint32 } = require('internal/validators');

const OWN = 1000;
const STRING_OR_NUMBER = ['number', 'string'];

function checked(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, STRING_OR_NUMBER, id);
}

function refused(syscall) {
  const error = errnoException('EPERM', syscall);
  error.message = 'EPERM, Operation not permitted';
  return error;
}

function setter(syscall, kind) {
  return { [syscall](id) {
    checked(id, 'id');
    if (typeof id === 'string') throw new codes.ERR_UNKNOWN_CREDENTIAL(kind, id);
    if (id !== OWN) throw refused(syscall);
  } }[syscall];
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  groups.forEach((group, i) => checked(group, `groups[${i}]`));
  const name = groups.find((group) => typeof group === 'string');
  if (name !== undefined) throw new codes.ERR_UNKNOWN_CREDENTIAL('Group', name);
  throw refused('setgroups');
}

function initgroups(user, extraGroup) {
  checked(user, 'user');
  checked(extraGroup, 'extraGroup');
  if (typeof extraGroup === 'string') throw new codes.ERR_UNKNOWN_CREDENTIAL('Group', extraGroup);
  if (typeof user === 'string') throw new codes.ERR_UNKNOWN_CREDENTIAL('User', user);
  throw refused('initgroups');
}

module.exports = {
  setuid: setter('setuid', 'User'),
  seteuid: setter('seteuid', 'User'),
  setgid: setter('setgid', 'Group'),
  setegid: setter('setegid', 'Group'),
  setgroups,
  initgroups,
};
