import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { leaveOut } from './resources/packaging/leave-out.ts'
import { LEFT_OUT_OF_MAIN, LEFT_OUT_OF_WINDOW } from './resources/packaging/left-out-parts.ts'
import { loadedBy, startChunks } from './resources/packaging/start-chunks.ts'
import { wordLists } from './resources/packaging/word-lists.ts'
import { writeScripts } from './resources/packaging/write-scripts.ts'

const unusedParts = fileURLToPath(new URL('./resources/packaging/unused-parts.mjs', import.meta.url))
const noNativeParts = fileURLToPath(new URL('./resources/packaging/no-native-parts.cjs', import.meta.url))
const nodeHash = fileURLToPath(new URL('./resources/packaging/node-hash.cjs', import.meta.url))
const noSyntaxTree = fileURLToPath(new URL('./resources/packaging/no-syntax-tree.mjs', import.meta.url))
const undiciParts = fileURLToPath(new URL('./resources/packaging/undici-parts.mjs', import.meta.url))
const native = ['electron', '@photostructure/sqlite']

const threads = {
  'classifier-worker': 'main/safety/classifier/classifier-worker.ts',
  'mask-worker': 'main/commands/folding/mask-worker.ts',
  'log-worker': 'main/broker/log/log-worker.ts',
}
const start = startChunks({
  entry: 'main/index.ts',
  parts: loadedBy('main/load-app.ts'),
  threads: Object.values(threads),
})
/** Leaves Node's HTTP client out of the logger, which would send lines elsewhere with it: loading it takes every start 7 ms. */
const silentLogger: Plugin = {
  name: 'silent-logger',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    /^https?$/.test(source) && importer.includes('electron-log') ? unusedParts : null,
}

/**
 * The scripts of the window, beside one for each other view. Few, because each is a question to main's thread, and compresses
 * the better the more it holds: a short one that asks for words and state, what the first picture needs, the frame that
 * follows it, the editor and the chart that not everybody opens, what several views share, and all about brokers.
 */
const windowScripts = [
  { name: 'first', tags: ['$initial' as const], priority: 4 },
  { name: 'start', test: /renderer\/start\.tsx$/, priority: 3 },
  { name: 'frame', test: /renderer\/features\/shell\/(?:top-bar|status-line)\.tsx$/, priority: 2 },
  { name: 'editor', test: /renderer\/components\/editor\/command-editor\.tsx$/, priority: 1 },
  { name: 'chart', test: /renderer\/components\/chart\//, priority: 1 },
  { name: 'common', test: /^(?!.*\/renderer\/features\/(?:console|history)\/)/, minShareCount: 2, priority: 1 },
  { name: 'console', test: /\/renderer\/features\/(?:console|history)\// },
  { name: 'late', minShareCount: 2 },
  { name: 'fleet', test: /\/renderer\/features\/(?:devices|alerts)\// },
  // Without what the banner of a failed connection alone shows, which may be part of a start.
  { name: 'brokers', test: /\/renderer\/features\/(?:broker|connection|setup)\/(?!check\/password-entry)/ },
]

/** Names the script and styles of the first picture in the page, so that they come beside the short script that asks for them. */
const linkStart: Plugin = {
  name: 'link-start',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const start = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'start')
      if (start?.type !== 'chunk') throw new Error('The window has no script "start"')
      const link = (rel: string, file: string): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      })
      const scripts = [start.fileName, ...start.imports].filter((file) => !html.includes(file))
      const styles = [...(start.viteMetadata?.importedCss ?? [])]
      return [...scripts.map((file) => link('modulepreload', file)), ...styles.map((file) => link('stylesheet', file))]
    },
  },
}

/**
 * Scripts of Chinese as it is: the words, the manuals of commands, which are raw strings and hold it in any case, and what is
 * loaded now and then, because the package is larger otherwise.
 */
const notAscii = new Set([
  'assistant-answer',
  'catalogue-zh-cn',
  'classifier-worker',
  'explain-log',
  'joining',
  'phrasebook',
  'profile-file',
  'setups',
  'terminal',
])

/** The main and preload bundles run on Node 20 (Electron 33) and newer; the renderer on Chromium 130 and newer. */
export default defineConfig({
  main: {
    plugins: [start.plugin, silentLogger, leaveOut(LEFT_OUT_OF_MAIN), writeScripts({ isShortened: true, notAscii })],
    resolve: {
      alias: [
        { find: /^(?:ajv\/dist\/2020\.js|ajv-formats|semver)$/, replacement: unusedParts },
        { find: /^undici$/, replacement: undiciParts },
        // Streams and hashes are built into Node; READABLE_STREAM=disable makes the library of streams take them from there too.
        { find: /^readable-stream$/, replacement: 'node:stream' },
        { find: /^tweetnacl$/, replacement: nodeHash },
        // The SSH library tries native parts and does without them.
        { find: /^cpu-features$|^.*\/sshcrypto\.node$/, replacement: noNativeParts },
      ],
    },
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      sourcemap: false,
      rolldownOptions: {
        input: { index: 'main/index.ts', ...threads },
        external: native,
        output: {
          format: 'es',
          codeSplitting: { groups: start.groups },
          // By the plugin that writes the scripts.
          minify: false,
          minifyInternalExports: true,
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    // The editor colours commands without a syntax tree, which would be a fifth of it.
    resolve: { alias: [{ find: /^@codemirror\/language$|^@lezer\/common$/, replacement: noSyntaxTree }] },
    plugins: [
      react(),
      wordLists('renderer/lib/i18n/locales'),
      leaveOut(LEFT_OUT_OF_WINDOW),
      linkStart,
      writeScripts({ isShortened: false, notAscii }),
    ],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        // The library for differences does not say of its modules that they do nothing but define.
        treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]diff[\\/]/, sideEffects: false }] },
        output: { codeSplitting: { groups: windowScripts } },
      },
    },
  },
})
