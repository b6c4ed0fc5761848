import { defineConfig } from 'vitest/config'
import { SlowFirst } from './test/support/run/slow-first.ts'

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          // A thread starts in a third of the time of a process, and each file gets its own.
          pool: 'threads',
          // All cores, because the default leaves one idle, which is half of a small machine.
          maxWorkers: '100%',
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      {
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
