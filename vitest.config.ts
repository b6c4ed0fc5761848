import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { wordLists } from './resources/packaging/word-lists.ts'
import { SlowFirst } from './test/support/run/slow-first.ts'

const undiciParts = fileURLToPath(new URL('./resources/packaging/undici-parts.mjs', import.meta.url))
const WINDOW = 'test/unit/renderer/**'

const unit = {
  testTimeout: 60_000,
  // A thread starts in a third of the time of a process.
  pool: 'threads' as const,
  // All cores, because the default leaves one idle, which is half of a small machine.
  maxWorkers: '100%',
  setupFiles: ['test/support/property-seed.ts'],
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'],
          exclude: [WINDOW],
          // Files share their modules, because to load them for each takes as long as the tests: no test mocks a module.
          isolate: false,
        },
      },
      // React and its document are made anew for each file.
      {
        plugins: [wordLists('renderer/lib/i18n/locales')],
        test: { ...unit, name: 'unit-window', include: [`${WINDOW}/*.test.{ts,tsx}`] },
      },
      {
        // As it ships, so that a part that is missing there is missing here.
        resolve: { alias: [{ find: /^undici$/, replacement: undiciParts }] },
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // More than a small machine has cores, because most of them wait for brokers and devices.
          maxWorkers: 4,
        },
      },
      {
        test: {
          name: 'brokers',
          include: ['test/brokers/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          maxWorkers: 1,
        },
      },
    ],
  },
})
