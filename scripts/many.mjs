// A file of records read by the built page (dist/) in headless Chromium: `node scripts/many.mjs FILE`. What is printed: the rate, how long
// the page took to answer inputs meanwhile, what worker and page held at most, and how long giving up took.
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { showMemory } from "../tests/e2e/worker.js";
import { serve } from "./serve.mjs";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("@playwright/test");
const [file] = process.argv.slice(2);
const MB = 1e6;

const { server, address } = await serve();
const args = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
const page = await browser.newPage();
await showMemory(page);
await page.goto(`${address}/harness.html?plan=standard&now=2026-11-23T12:00:00Z&seed=1`);
await page.waitForSelector("html[data-dc-engine-ready]");
const region = page.getByRole("region", { name: "Aggregate", exact: true });
await region.getByText("Or paste records").click();
const box = region.getByRole("textbox", { name: "Or paste records" });
await page.evaluate(() => {
  globalThis.answered = [];
  // From the input to the frame that shows it, as the browser itself measures it.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) answered.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
});
const input = page.locator('input[type="file"][id$="aggregate-file"]');
const status = region.getByRole("status").first();

const begun = performance.now();
await input.setInputFiles(file);
await status.getByText(/^Reading/).waitFor();
let [inWorker, onPage, inputs] = [0, 0, 0];
while (/^Reading/.test((await status.textContent()) || "Reading")) {
  await box.press("a");
  // To look into the worker stops it for a moment, so that it is done now and then only.
  if (inputs++ % 10 === 0) {
    for (const worker of page.workers()) {
      const held = await worker.evaluate(() => globalThis.heldMemory?.buffer.byteLength ?? 0).catch(() => 0);
      inWorker = Math.max(inWorker, held);
    }
    onPage = Math.max(onPage, await page.evaluate(heldByPage));
  }
  await page.waitForTimeout(100);
}
const seconds = (performance.now() - begun) / 1000;
const said = await status.textContent();
const answered = await page.evaluate(() => globalThis.answered);

// Giving up, from the press to the page that says so with the worker gone.
await input.setInputFiles([]);
await input.setInputFiles(file);
await status.getByText(/^Reading: .* per second/).waitFor();
const gone = await page.evaluate(async () => {
  const root = document.querySelector("data-contribution").shadowRoot;
  const button = [...root.querySelectorAll("button")].find((button) => button.textContent === "Cancel");
  const start = performance.now();
  button.click();
  while ([...root.querySelectorAll("button")].some((button) => button.textContent === "Cancel")) await new Promise(requestAnimationFrame);
  return performance.now() - start;
});
await browser.close();
server.close();

const size = statSync(file).size;
const rate = size / MB / seconds;
// What was answered within a frame is below what the browser reports.
const slowest = Math.max(16, ...answered);
const row = (what, figure, demanded, holds) =>
  console.log(`${what.padEnd(64)}${figure.padStart(26)}   demanded: ${demanded}${holds ? "" : ": missed"}`);
console.log(`${(size / MB).toFixed(0)} MB of Jira JSON Lines in Chromium: ${said}`);
row("end to end, people included", `${rate.toFixed(1)} MB/s`, "8 MB/s", rate >= 8);
row("the worker's WebAssembly memory at most", `${(inWorker / MB).toFixed(0)} MB`, "300 MB", inWorker < 300 * MB);
row("the page's heap and WebAssembly memory at most", `${(onPage / MB).toFixed(0)} MB`, "150 MB", onPage < 150 * MB);
row(`the slowest of ${inputs} inputs to its frame meanwhile`, `${slowest.toFixed(0)} ms`, "50 ms", slowest <= 50);
row("giving up, to the frame that says so", `${gone.toFixed(0)} ms`, "200 ms", gone <= 200);

/** In the page: its JavaScript heap and the memory of its module. */
async function heldByPage() {
  const { live } = await import("/data-contribution.js");
  return performance.memory.usedJSHeapSize + live().memory;
}
