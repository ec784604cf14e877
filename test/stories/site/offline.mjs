/**
 * Loaded before anything else into every process of a build: no connection leaves this machine, and each that was
 * wanted is written down in the file that CONNECT_HUB_WANTED names.
 */
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const HERE = /^(localhost|127\.|::1$|0\.0\.0\.0$)/;
const connect = Reflect.get(Socket.prototype, 'connect');

Socket.prototype.connect = function offline(...args) {
  // Node's own callers hand over their arguments in a list of their own.
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const { host, path } = typeof first === 'object' ? first : { host: args[1] };
  if (path || !host || HERE.test(host)) return connect.apply(this, args);
  appendFileSync(process.env.CONNECT_HUB_WANTED, `${host}\n`);
  process.nextTick(() => this.destroy(new Error(`This build may not ask ${host}.`)));
  return this;
};
