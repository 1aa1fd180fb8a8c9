// nodejs.org/api/vm.html#class-vmmodule, v22: how a graph of vm modules gets into the engine, which links and evaluates in one go. A graph is linked
// by a root of our own that imports all of it, and whose first dependency hands over the namespaces and then throws, so that nothing else is evaluated
// (ECMA-262 §16.2.1.6.1.3, InnerModuleEvaluation). A deferred namespace evaluates its module at the first look into it.
'use strict';

const { codes } = require('internal/errors');
const { addOwner, offerImport, removeOwner } = require('internal/vm/context');
const { OWNER } = require('internal/vm/script');
const modules = internalBinding('vm_modules');

const LINKED = 'the graph is linked';
let nextKey = 0;

/** All modules of a graph, dependencies first. */
function graphOf(root) {
  const found = new Set();
  const seen = new Set();
  const visit = (one) => {
    if (seen.has(one)) return;
    seen.add(one);
    one.deps?.forEach(visit);
    found.add(one);
  };
  visit(root);
  return [...found];
}

/** May some module of the graph wait at its top level? Says yes too often: any word `await` counts. */
const mayWait = (graph) => graph.some((one) => one.status !== 'evaluated' && one.code?.includes('await'));

/** Functions of a context's realm: the engine evaluates a module in the realm of its caller. */
function within(context) {
  return (context.steps ??= context.runScript({ name: 'node:internal/vm', script: `({
    evaluate(binding, text) { binding(text); },
    load(key) { return import(key); },
    touch(namespace) { Reflect.ownKeys(namespace); },
  })` }));
}

function offer(graph) {
  offerImport(graph[0].context.global);
  const unlinked = graph.filter((one) => one.namespace === undefined);
  for (const one of unlinked) one.key = `${nextKey++}`;
  for (const one of unlinked) {
    for (const [key, text] of one.texts(one)) modules.offerModule(key, text);
  }
  return unlinked;
}

/** The root, as texts under keys that begin with `key`; `number` is what they hand the namespaces to. */
function offerRoot(key, number, graph) {
  const imports = graph.map((one, i) => `import defer * as d${i} from 'vm:${one.key}'; import * as n${i} from 'vm:${one.key}';${
    one.exportNames === undefined ? '' : `import { set as s${i} } from 'vm:${one.key}/values';`}`);
  const list = (letter) => graph.map((one, i) => (letter === 's' && one.exportNames === undefined ? 'undefined' : letter + i)).join();
  modules.offerModule(`${key}/graph`, `import 'vm:${key}/first'; ${imports.join('')} export function hand() { ${
    OWNER}(${number}).hand([${list('d')}], [${list('n')}], [${list('s')}]); }`);
  modules.offerModule(`${key}/first`, `import { hand } from 'vm:${key}/graph'; hand(); throw '${LINKED}';`);
}

function withdraw(key, graph) {
  for (const name of [`${key}/graph`, `${key}/first`]) modules.withdrawModule(name);
  for (const one of graph) {
    modules.withdrawModule(one.key);
    modules.withdrawModule(`${one.key}/values`);
  }
}

function owner(graph) {
  return {
    hand(deferred, namespaces, setters) {
      graph.forEach((one, i) => {
        one.deferred = deferred[i];
        one.namespace = namespaces[i];
        one.set = setters[i];
        one.values?.forEach((value, name) => one.set(one.exportNames.indexOf(name), value));
      });
    },
  };
}

/** The engine speaks of keys, the program of specifiers. */
function explained(error, graph) {
  const at = /'vm:(\d+)'/.exec(error?.message);
  if (at !== null) {
    for (const one of graph) {
      const index = one.deps?.findIndex((dep) => dep.key === at[1]) ?? -1;
      if (index >= 0) error.message = error.message.replace(at[0], `'${one.requests[index].specifier}'`);
    }
  }
  return error;
}

/** Links a graph within the running call. What may wait at its top level would be evaluated by that, and is refused. */
function linkNow(root) {
  const graph = graphOf(root);
  if (mayWait(graph)) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('vm.Module.namespace, before evaluate(), of modules with await');
  const { context } = root;
  const unlinked = offer(graph);
  const key = `${nextKey++}`;
  const linked = addOwner(owner(unlinked));
  let deferred;
  const handed = addOwner({ hand: (value) => (deferred = value) });
  offerRoot(key, linked, unlinked);
  try {
    within(context).evaluate(modules.evaluateModule, `import defer * as graph from 'vm:${key}/graph'; ${OWNER}(${handed}).hand(graph);`);
    within(context).touch(deferred);
  } catch (error) {
    if (error !== LINKED) throw explained(error, graph);
  } finally {
    removeOwner(linked);
    removeOwner(handed);
    withdraw(key, unlinked);
  }
}

/** Links any graph, later. */
async function linkLater(root) {
  const graph = graphOf(root);
  const unlinked = offer(graph);
  const key = `${nextKey++}`;
  const linked = addOwner(owner(unlinked));
  offerRoot(key, linked, unlinked);
  try {
    await within(root.context).load(`vm:${key}/graph`);
  } catch (error) {
    if (error !== LINKED) throw explained(error, graph);
  } finally {
    removeOwner(linked);
    withdraw(key, unlinked);
  }
}

/** Evaluates a module, unless it has been; throws what it throws. */
const touch = (one) => within(one.context).touch(one.deferred);

/** Did `touch` throw because the module or a dependency waits at its top level? */
const waits = (error) => error?.message === 'Deferred module not ready for sync execution';

/** A promise for the end of the evaluation of a module that waits. */
const importKey = (one) => within(one.context).load(`vm:${one.key}`);

module.exports = { graphOf, mayWait, linkNow, linkLater, touch, waits, importKey };
