// nodejs.org/api/vm.html#class-vmmodule, v22: what a vm module goes through: from unlinked to evaluated or errored.
'use strict';

const { codes } = require('internal/errors');
const { graphOf, importKey, linkLater, linkNow, mayWait, touch, waits } = require('internal/vm/linking');

const failed = (one, error) => {
  one.status = 'errored';
  one.error = error;
};

/** Calls the linker for what `one` asks for, and so on; what it gives is kept as the module's dependencies. */
async function resolveAll(one, linker, stateOf) {
  one.status = 'linking';
  try {
    const given = one.requests.map(({ specifier, attributes }) => linker(specifier, one.module, { attributes, assert: attributes }));
    one.deps = await Promise.all(given.map(async (promise, i) => {
      const dep = dependency(one, i, await promise, stateOf);
      if (dep.status === 'unlinked') await resolveAll(dep, linker, stateOf);
      return dep;
    }));
  } catch (error) {
    failed(one, error);
    throw error;
  }
}

function dependency(one, i, module, stateOf) {
  const dep = stateOf(module);
  if (dep === undefined) throw new codes.ERR_VM_MODULE_NOT_MODULE();
  if (dep.context !== one.context) throw new codes.ERR_VM_MODULE_DIFFERENT_CONTEXT();
  if (dep.status === 'errored') {
    const error = new codes.ERR_VM_MODULE_LINK_FAILURE(one.requests[i].specifier, 'resolved to an errored module');
    throw Object.defineProperty(error, 'cause', { __proto__: null, value: dep.error, writable: true, configurable: true });
  }
  return dep;
}

async function link(one, linker, stateOf) {
  await resolveAll(one, linker, stateOf);
  try {
    checkResolved(one);
    await linkLater(one);
    linked(one);
  } catch (error) {
    failed(one, error);
    for (const dep of graphOf(one)) if (dep.status === 'linking') dep.status = 'unlinked';
    throw error;
  }
}

/** A dependency that asks for nothing needs no linkRequests of its own. */
function checkResolved(root) {
  for (const one of graphOf(root)) {
    if (one !== root && one.requests.length === 0) one.deps ??= [];
    if (one.deps === undefined) throw new codes.ERR_VM_MODULE_LINK_FAILURE(`the module '${one.identifier}' is not linked`);
  }
}

const linked = (root) => {
  for (const one of graphOf(root)) if (one.status === 'linking' || one.status === 'unlinked') one.status = 'linked';
};

/** Where something may wait, the engine links at evaluate(), see linkNow. */
function instantiate(root) {
  if (root.status !== 'unlinked') return;
  checkResolved(root);
  if (!mayWait(graphOf(root))) linkNow(root);
  linked(root);
}

/** What has no engine's module yet gets it. */
function namespaceOf(one) {
  if (one.namespace === undefined) {
    if (one.status === 'errored') throw one.error;
    linkNow(one);
  }
  return one.namespace;
}

/** The promise is settled at once, unless something waits at its top level. */
function evaluate(root) {
  switch (root.status) {
    case 'evaluated': return Promise.resolve();
    case 'errored': return Promise.reject(root.error);
    case 'evaluating':
      if (root.promise !== undefined) return root.promise;
      // falls through: within its own evaluation
    case 'unlinked': case 'linking':
      return Promise.reject(new codes.ERR_VM_MODULE_STATUS('must be one of linked, evaluated, or errored'));
  }
  const begun = graphOf(root).filter((one) => one.status === 'linked');
  for (const one of begun) one.status = 'evaluating';
  if (root.namespace === undefined && mayWait(begun)) {
    return (root.promise = linkLater(root).then(() => run(root, begun), (error) => end(root, begun, error)));
  }
  return run(root, begun);
}

function run(root, begun) {
  try {
    if (root.namespace === undefined) linkNow(root);
    root.context.within(() => touch(root));
  } catch (error) {
    if (waits(error)) return (root.promise = later(root, begun));
    classify(root, error);
    return end(root, begun, error);
  }
  for (const one of begun) one.status = 'evaluated';
  return Promise.resolve();
}

async function later(root, begun) {
  try {
    await importKey(root);
  } catch (error) {
    return end(root, begun, error);
  } finally {
    root.context.within(() => {});
  }
  for (const one of begun) one.status = 'evaluated';
  return undefined;
}

function end(root, begun, error) {
  failed(root, error);
  for (const one of begun) if (one.status === 'evaluating') one.status = 'linked';
  return Promise.reject(error);
}

/** Which modules a failure reached: dependencies are evaluated first, and nothing after the first that throws. True if `one` has failed. */
function classify(one, error) {
  if (one.status !== 'evaluating') return one.status === 'errored';
  one.status = 'linked'; // a cycle leads back here
  if (one.deps.some((dep) => classify(dep, error))) {
    failed(one, error);
    return true;
  }
  try {
    touch(one);
    one.status = 'evaluated';
    return false;
  } catch (its) {
    failed(one, its);
    return true;
  }
}

module.exports = { dependency, evaluate, instantiate, link, namespaceOf };
