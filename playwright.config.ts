import { defineConfig } from '@playwright/test'

/** `app` drives the built folder in Electron, `packaged` the packaged program (files named packaged*.test.ts). */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: { actionTimeout: 10_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'app', testIgnore: /packaged[^/]*\.test\.ts$/, outputDir: 'test-results/e2e' },
    { name: 'packaged', testMatch: /packaged[^/]*\.test\.ts$/, outputDir: 'test-results/e2e-packaged' },
  ],
})
