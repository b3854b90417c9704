import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../test-results/e2e',
  timeout: 30_000,
  // Two windows at once are quick on a small machine and steady on a large one.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }], ['./lane-reporter.ts']],
})
