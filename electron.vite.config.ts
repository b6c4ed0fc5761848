import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { startChunks } from './resources/packaging/start-chunks.ts'

const unusedParts = fileURLToPath(new URL('./resources/packaging/unused-parts.mjs', import.meta.url))
const noNativeParts = fileURLToPath(new URL('./resources/packaging/no-native-parts.cjs', import.meta.url))
const native = ['electron', '@photostructure/sqlite']

const threads = {
  'classifier-worker': 'main/safety/classifier/classifier-worker.ts',
  'mask-worker': 'main/commands/folding/mask-worker.ts',
  'log-worker': 'main/broker/log/log-worker.ts',
}
/** In the order of `main/load-app.ts`. */
const parts = ['storage', 'broker', 'links', 'fleet', 'delivery', 'signing', 'commands']
const start = startChunks(
  [...parts.map((part) => `main/composition/${part}.ts`), 'main/app.ts'],
  ['main/index.ts', ...Object.values(threads)],
)

/** The main and preload bundles run on Node 20 (Electron 33) and newer; the renderer on Chromium 130 and newer. */
export default defineConfig({
  main: {
    plugins: [start.plugin],
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
        input: { index: 'main/index.ts', ...threads },
        external: native,
        output: {
          format: 'es',
          codeSplitting: { groups: start.groups },
          // Names of functions and classes stay, for the stacks in the log.
          minify: { mangle: { keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
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
    plugins: [react()],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: { input: { index: 'renderer/index.html' } },
    },
  },
})
