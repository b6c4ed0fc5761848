import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const unusedParts = fileURLToPath(new URL('./resources/packaging/unused-parts.mjs', import.meta.url))
const noNativeParts = fileURLToPath(new URL('./resources/packaging/no-native-parts.cjs', import.meta.url))
const native = ['electron', '@photostructure/sqlite']

/**
 * The scripts of the window, beside one for each view. Few, because each is a question to main's thread, and compresses
 * the better the more it holds: what the first picture needs, the frame that follows it, the editor and the chart that
 * not everybody opens, and what several views share.
 */
const windowScripts = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { name: 'frame', test: /renderer\/features\/shell\/(?:top-bar|status-line)\.tsx$/, priority: 2 },
  { name: 'editor', test: /renderer\/components\/editor\//, priority: 1 },
  { name: 'chart', test: /renderer\/components\/chart\//, priority: 1 },
  { name: 'common', minShareCount: 2 },
]

/** The main and preload bundles run on Node 20 (Electron 33) and newer; the renderer on Chromium 130 and newer. */
export default defineConfig({
  main: {
    resolve: {
      alias: [
        { find: /^(?:ajv\/dist\/2020\.js|ajv-formats|semver)$/, replacement: unusedParts },
        // The SSH library tries native parts and does without them.
        { find: /^cpu-features$|^.*\/sshcrypto\.node$/, replacement: noNativeParts },
      ],
    },
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      sourcemap: false,
      rolldownOptions: {
        input: {
          index: 'main/index.ts',
          'classifier-worker': 'main/safety/classifier/classifier-worker.ts',
          'mask-worker': 'main/commands/folding/mask-worker.ts',
          'log-worker': 'main/broker/log/log-worker.ts',
        },
        external: native,
        // Names stay, for the stacks in the log.
        output: { format: 'es', minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } } },
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
    plugins: [react()],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        output: { codeSplitting: { groups: windowScripts } },
      },
    },
  },
})
