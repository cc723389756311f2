// The built pages (dist/), served with the production headers, in the machine's own Chromium.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: [["list"]],
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: process.env.CI ? 1 : 2, // one on a machine of two cores: a page, its worker and the test are three already
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 }, // on a busy machine a preview takes its time
  webServer: {
    command: "node ../../scripts/serve.mjs 0 pages",
    wait: { stdout: /(?<dc_address>http:\/\/127\.0\.0\.1:\d+)/ }, // kept in the environment as DC_ADDRESS
  },
  use: {
    baseURL: process.env.DC_ADDRESS,
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    serviceWorkers: "block", // what a service worker answers, a test neither sees nor changes
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
