/// <reference types="vite/client" />

// Made of `lib/i18n/locales` by `resources/packaging/word-lists.ts`.
declare module 'virtual:words/keys' {
  export const keys: import('./i18n/word-lists.ts').Keys
}
declare module 'virtual:words/en' {
  export const texts: readonly (string | 0)[]
}
declare module 'virtual:words/zh-CN' {
  export const texts: readonly (string | 0)[]
}
