/**
 * Makes the component library's CSS variables a file at build time, from the same theme that the page uses at run
 * time. The library would otherwise write them into a <style> element, which the content policy refuses.
 */
import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';

import { ownVariables, theme } from '../theme.ts';

const name = 'virtual:theme.css';
const resolved = `\0${name}`;

export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? variablesAsCss() : undefined),
  };
}

function variablesAsCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const library = defaultCssVariablesResolver(merged);
  const own = ownVariables(merged);
  return convertCssVariables({
    variables: { ...library.variables, ...own.variables },
    light: { ...library.light, ...own.light },
    dark: { ...library.dark, ...own.dark },
  });
}
