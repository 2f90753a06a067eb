// `npm start`: makes the checkout ready, then becomes the server. The server runs in this process, not in a child, so
// that signals, the terminal and the exit code are its own. Arguments after `--` are the server's.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root, step } from './steps.mjs';

// Libraries look at it when they are loaded; what they check for developers costs a third of a small request.
process.env.NODE_ENV ??= 'production';

step('install.mjs');
step('build.mjs');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist/server.mjs')).href);
