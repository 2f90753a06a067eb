/**
 * Builds the web page into dist/web, to be served below /ui/ under a content policy without exceptions: no inline
 * script, no inline style, nothing from another origin. Files below assets/ carry a hash and never change.
 */
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { documentsInPlace } from './build/documents-in-place.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { firstScript } from './build/first-script.ts';
import { themeVariables } from './build/theme-variables.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  base: '/ui/',
  publicDir: false,
  cacheDir: at('../.cache/vite'),
  plugins: [
    documentsInPlace(),
    react(),
    themeVariables(),
    firstScript(at('./color-scheme.js')),
    firstLoadBudget(),
  ],
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    // A data: URL is not 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What counts is the first load, and firstLoadBudget watches it.
    chunkSizeWarningLimit: 1024,
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:3141' } },
});
