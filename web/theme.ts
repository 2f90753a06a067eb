/**
 * Colours, type and sizes. Read twice: at build time for the CSS variables, at run time by the components. Every
 * pair of text and ground reaches a contrast of 4.5 to 1 in both schemes.
 */
import { Badge, type CSSVariablesResolver, createTheme } from '@mantine/core';

const systemSans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif, "Apple Color Emoji"';
const systemMono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    dark: [
      '#dbe6e9', '#b9c9ce', '#9bb0b7', '#6f858d', '#46595f', '#33454b', '#1f2d32', '#172226', '#11191c', '#0c1214',
    ], // prettier-ignore
    sea: [
      '#ebf6f8', '#d6ecf0', '#abd8e0', '#79c0cd', '#4ca9b9', '#2f93a5', '#1b7c8e', '#11697a', '#0b5564', '#07414d',
    ], // prettier-ignore
    amber: [
      '#fff7e6', '#ffecc2', '#ffdb8f', '#f9c75c', '#eeb033', '#d9961a', '#b5770c', '#8a5a08', '#6f4806', '#563704',
    ], // prettier-ignore
    red: [
      '#fff0f0', '#ffe0e0', '#ffc2c2', '#ff9c9c', '#f97878', '#e85555', '#d13c3c', '#b52a2a', '#971f1f', '#7a1717',
    ], // prettier-ignore
  },
  fontFamily: systemSans,
  fontFamilyMonospace: systemMono,
  headings: { fontFamily: systemSans, fontWeight: '650', textWrap: 'balance' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Names are written as they are.
  components: { Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none' } }) },
});

/** Where the library's own values are too faint to read, and the few colours that only this page has. */
export const ownVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfcfc',
    '--mantine-color-text': '#16262b',
    '--mantine-color-dimmed': '#51646b',
    '--mantine-color-placeholder': '#66777d',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-default-border': '#c9d4d7',
    '--wheelhouse-surface': '#ffffff',
    '--wheelhouse-line': '#dfe7e9',
    '--wheelhouse-sunken': '#f1f5f6',
    '--wheelhouse-bar': '#0b3d48',
    '--wheelhouse-bar-text': '#eaf6f8',
  },
  dark: {
    '--mantine-color-body': 'var(--mantine-color-dark-8)',
    '--mantine-color-placeholder': '#8499a0',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-sea-light': '#123c46',
    '--mantine-color-sea-light-hover': '#174a56',
    '--mantine-color-sea-light-color': 'var(--mantine-color-sea-1)',
    '--mantine-color-amber-light': '#46330c',
    '--mantine-color-amber-light-hover': '#553e10',
    '--mantine-color-amber-light-color': 'var(--mantine-color-amber-1)',
    '--mantine-color-red-light': '#4a2023',
    '--mantine-color-red-light-hover': '#5a282b',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-2)',
    '--mantine-color-gray-light': '#2a393f',
    '--mantine-color-gray-light-hover': '#33454b',
    '--wheelhouse-surface': 'var(--mantine-color-dark-7)',
    '--wheelhouse-line': '#2a3a40',
    '--wheelhouse-sunken': '#0d1417',
    '--wheelhouse-bar': '#0a2a32',
    '--wheelhouse-bar-text': '#dff0f3',
  },
});
