// nodejs.org/api/cluster.html, v22: an actor is its own primary and has no workers: a host starts more actors instead. Missing: fork, Worker and
// what needs them, which throw.
'use strict';

const EventEmitter = require('events');
const { addMissing } = require('internal/not_implemented');

const cluster = new EventEmitter();
Object.assign(cluster, {
  isPrimary: true, isMaster: true, isWorker: false, workers: {}, settings: {}, SCHED_NONE: 1, SCHED_RR: 2, schedulingPolicy: 2,
});

module.exports = addMissing(cluster, 'cluster', 'Worker setupPrimary setupMaster fork disconnect');
