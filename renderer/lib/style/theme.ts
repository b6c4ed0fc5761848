import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent: a quiet blue, 5.6:1 on white at shade 6. */
const harbor: MantineColorsTuple = [
  '#eef3fd',
  '#dde7fa',
  '#bccdf3',
  '#95b0ea',
  '#7497e3',
  '#5a81d6',
  '#3862bd',
  '#2f53a1',
  '#264384',
  '#1c3264',
]

/** Neutral greys with a trace of blue, so that light and dark belong together. */
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e6e9ee',
  '#d6dae1',
  '#c2c8d1',
  '#9aa2ae',
  '#6b7482',
  '#4b5360',
  '#333a45',
  '#1d222a',
]

const dark: MantineColorsTuple = [
  '#dfe3ea',
  '#c3c9d3',
  '#a0a8b5',
  '#7f8896',
  '#3f4753',
  '#313843',
  '#262c35',
  '#1a1f26',
  '#14181e',
  '#0e1116',
]

/** Dark enough for white text on it: 5.5:1 at shade 6. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fbdedc',
  '#f5bab6',
  '#ee938d',
  '#e6716a',
  '#de5a52',
  '#c7322c',
  '#a82822',
  '#8b201b',
  '#6b1814',
]

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Helvetica Neue", Arial, sans-serif'
const fontFamilyMonospace =
  'ui-monospace, SFMono-Regular, "Cascadia Mono", Consolas, "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace'

/** A dialog's head is no banner of the page. */
const PLAIN_HEADER = { header: { role: 'presentation' } } as const

/** Dense, calm, one accent. Sizes are in rem, so that zoom and the system's font size work. */
export const theme = createTheme({
  primaryColor: 'harbor',
  primaryShade: { light: 6, dark: 6 },
  colors: { harbor, gray, dark, red },
  white: '#ffffff',
  black: '#1b2028',
  fontFamily,
  fontFamilyMonospace,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '0.1875rem', sm: '0.3125rem', md: '0.4375rem', lg: '0.625rem', xl: '1rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 340, fz: 'xs' } },
    Button: { styles: { label: { fontWeight: 550 } } },
    // Without the placeholder, which is no allowed child of a menu, the first item gets the focus.
    // A list that is higher than the window scrolls.
    Menu: {
      defaultProps: {
        shadow: 'md',
        withInitialFocusPlaceholder: false,
        middlewares: { flip: true, shift: true, size: true },
      },
      styles: { dropdown: { overflowY: 'auto' } },
    },
    Drawer: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, attributes: PLAIN_HEADER },
      styles: { title: { fontWeight: 600 } },
    },
    // As a word is written, not in capitals.
    Badge: { styles: { label: { textTransform: 'none' } } },
    Modal: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, centered: true, attributes: PLAIN_HEADER },
      styles: { title: { fontWeight: 600 } },
    },
    Notification: { defaultProps: { withBorder: true } },
  },
})

/** Colours that Mantine's defaults leave below AA contrast, and the surfaces of the shell. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c6573',
    '--mantine-color-placeholder': '#6b7482',
    '--mantine-color-error': '#c22f2f',
    '--mantine-color-default-border': '#cdd3dc',
    '--mantine-color-disabled-color': '#6b7482',
    '--wp-surface': '#ffffff',
    '--wp-surface-sunken': '#f5f6f9',
    '--wp-surface-raised': '#ffffff',
    '--wp-border': '#e1e5eb',
    '--wp-hover': '#eceff4',
    '--wp-ok': '#17703f',
    '--wp-ok-soft': '#e5f4ea',
    '--wp-warn': '#8a5200',
    '--wp-warn-soft': '#fdf3df',
    '--wp-bad': '#b42a2a',
    '--wp-bad-soft': '#fcebea',
    '--wp-info': '#2f53a1',
    '--wp-info-soft': '#eef3fd',
    '--wp-quiet': '#5c6573',
    '--wp-focus': '#3862bd',
    '--wp-scrollbar': '#b6bdc8',
  },
  dark: {
    '--mantine-color-dimmed': '#a0a8b5',
    '--mantine-color-placeholder': '#8d96a4',
    '--mantine-color-error': '#ff8f87',
    '--mantine-color-anchor': '#95b0ea',
    '--mantine-color-disabled-color': '#8d96a4',
    '--wp-surface': '#1a1f26',
    '--wp-surface-sunken': '#14181e',
    '--wp-surface-raised': '#21272f',
    '--wp-border': '#2e353f',
    '--wp-hover': '#262c35',
    '--wp-ok': '#6fcf97',
    '--wp-ok-soft': '#16301f',
    '--wp-warn': '#f0b95b',
    '--wp-warn-soft': '#35290f',
    '--wp-bad': '#ff8f87',
    '--wp-bad-soft': '#3a1b1b',
    '--wp-info': '#95b0ea',
    '--wp-info-soft': '#1b2740',
    '--wp-quiet': '#a0a8b5',
    '--wp-focus': '#7497e3',
    '--wp-scrollbar': '#4a535f',
  },
})
