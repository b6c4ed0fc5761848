import { defineConfig } from '@playwright/test'

/** `app` drives the built folder in Electron, `packaged` the packaged program, `pictures` takes those of the READMEs. */
export default defineConfig({
  testDir: 'test/e2e',
  // More than a small machine has cores, because each waits for its window for a third of the time.
  workers: 3,
  fullyParallel: false,
  // Long enough for a machine that is busy with something else; a visible state ends the wait at once.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: { actionTimeout: 15_000, trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'app', testIgnore: /(packaged|pictures)[^/]*\.test\.ts$/, outputDir: 'test-results/e2e' },
    { name: 'packaged', testMatch: /packaged[^/]*\.test\.ts$/, outputDir: 'test-results/e2e-packaged' },
    { name: 'pictures', testMatch: /pictures\.test\.ts$/, outputDir: 'test-results/e2e-pictures' },
  ],
})
