// Loaded into a real server before its own code, by `node --import`: kills it with SIGKILL at a moment that
// WHEELHOUSE_TEST_KILL_AT names, as `<event>:<which>:<milliseconds later>`. What it watches are calls into Node, so that
// the server needs to know nothing of it.
import fs from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

/** @typedef {(this: unknown, ...args: unknown[]) => unknown} Call */

const [wanted, which, later] = (process.env.WHEELHOUSE_TEST_KILL_AT ?? '').split(':');
let seen = 0;

/** @param {string} event */
function happens(event) {
  if (event !== wanted) return;
  seen += 1;
  if (seen !== Number(which)) return;
  const kill = () => process.kill(process.pid, 'SIGKILL');
  if (Number(later) === 0) kill();
  else setTimeout(kill, Number(later));
}

const isIn = (/** @type {unknown} */ path, /** @type {string} */ folder) =>
  String(path).includes(`${sep}${folder}${sep}`);

/**
 * @param {object} owner
 * @param {string} name
 * @param {(original: Call) => Call} wrap
 */
function patch(owner, name, wrap) {
  const calls = /** @type {Record<string, Call>} */ (owner);
  calls[name] = wrap(/** @type {Call} */ (calls[name]));
}

patch(fs.promises, 'open', (original) => async (path, ...rest) => {
  const handle = await original.call(fs.promises, path, ...rest);
  if (isIn(path, 'spool')) happens('spooled');
  return handle;
});
patch(fs, 'writeFileSync', (original) => (...args) => {
  original.apply(fs, args);
  if (typeof args[0] === 'number') happens('spooled');
});
patch(fs.promises, 'rename', (original) => async (from, to) => {
  await original.call(fs.promises, from, to);
  if (isIn(to, 'blobs')) happens('named');
});
patch(fs, 'renameSync', (original) => (from, to) => {
  original.call(fs, from, to);
  if (isIn(to, 'blobs')) happens('named');
});
patch(
  http.ServerResponse.prototype,
  'end',
  (original) =>
    function (...args) {
      const { req, statusCode } = /** @type {http.ServerResponse} */ (this);
      const isUpload = req.method === 'POST' && statusCode === 200;
      if (isUpload) happens('answering');
      const result = original.apply(this, args);
      if (isUpload) happens('answered');
      return result;
    },
);
syncBuiltinESMExports();
