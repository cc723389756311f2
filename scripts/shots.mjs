// Screenshots of the built pages (dist/).   scripts/shots.sh [options]
//   without options   the demo in all the ways worth a look, into target/shots
//   --path /harness.html?plan=free  --width 1280  --height 900  --scheme light|dark  --contrast more  --forced-colors active
//   --click 'role=button[name="Review changes"]' (repeatable)   --viewport (not the whole page)   --out target/shots/one.png
//   --readme          the one in README: www/docs/page.png
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drawn } from "../tests/e2e/drawn.js";
import { serve } from "./serve.mjs";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("@playwright/test");
const { values } = parseArgs({
  options: {
    path: { type: "string", default: "/" },
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "900" },
    scheme: { type: "string", default: "light" },
    contrast: { type: "string", default: "no-preference" },
    "forced-colors": { type: "string", default: "none" },
    click: { type: "string", multiple: true, default: [] },
    viewport: { type: "boolean", default: false },
    out: { type: "string" },
    readme: { type: "boolean", default: false },
  },
});

const all = [
  { out: "target/shots/light.png" },
  { out: "target/shots/dark.png", scheme: "dark" },
  { out: "target/shots/narrow.png", width: "320" },
  { out: "target/shots/narrow-dark.png", width: "320", scheme: "dark" },
  { out: "target/shots/tablet.png", width: "768" },
  { out: "target/shots/wide.png", width: "1920" },
  { out: "target/shots/contrast.png", contrast: "more" },
  { out: "target/shots/forced-colors.png", "forced-colors": "active" },
  { out: "target/shots/harness.png", path: "/harness.html?now=2026-11-23T12:00:00Z&seed=1" },
];
const one = values.readme ? { out: "www/docs/page.png", viewport: true, height: "1800" } : values.out && { out: values.out };
const shots = (one ? [one] : all).map((shot) => ({ ...values, ...shot }));

const { server, address } = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
for (const shot of shots) await take(shot);
await browser.close();
server.close();

async function take({ path, width, height, scheme, contrast, click, viewport, out, ...shot }) {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    colorScheme: scheme,
    contrast,
    forcedColors: shot["forced-colors"],
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "UTC",
  });
  page.on("console", (message) => message.type() === "error" && console.log(`  console: ${message.text()}`));
  page.on("pageerror", (error) => console.log(`  error: ${error}`));
  await page.clock.setFixedTime("2026-11-23T12:00:00Z");
  await page.goto(address + path);
  await page.locator("html[data-dc-engine-ready]").waitFor({ state: "attached", timeout: 5000 }).catch(() => console.log("  the engine is not ready"));
  await page.locator('[data-lane="original"]').first().waitFor({ timeout: 5000 }).catch(() => console.log("  there is no preview"));
  await drawn(page).catch(() => console.log("  there is no element"));
  for (const selector of click) await page.locator(selector).click();
  mkdirSync(dirname(resolve(out)), { recursive: true });
  // What lies outside the window is not drawn, so a picture of the whole page needs a window of its height.
  for (let round = 0; round < 3 && !viewport; round++) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: Number(width), height: Math.min(whole, 12_000) });
    await drawn(page).catch(() => {});
  }
  if (click.length > 0) await drawn(page).catch(() => {});
  await page.screenshot({ path: out, animations: "disabled" });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(`${out}${overflow > 0 ? `  (${overflow} px wider than the window)` : ""}`);
  await page.close();
}
