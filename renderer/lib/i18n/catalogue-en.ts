/** `locales/en/<namespace>.json`; a test holds both languages to the same keys. */
export const files: Readonly<Record<string, Readonly<Record<string, unknown>>>> = import.meta.glob(
  './locales/en/*.json',
  {
    eager: true,
    import: 'default',
  },
)
