// Times of the built pages (dist/) in headless Chromium on loopback; `make bench` prints the table that README quotes.
//   interactive      navigation to the page's first usable state, cold cache
//   engine ready     from there until the first record could be previewed
//   input to frame   from the input event to the frame that shows the new preview
//   engine alone     a request to the worker and its answer, no page
//   all samples      the same for every sample, one after the other, each with a setting that has just changed (<= 50 ms)
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { serve } from "./serve.mjs";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("@playwright/test");
const samples = new URL("../src/policy/samples/", import.meta.url);
const ROUNDS = 40;

const { server, address } = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const rows = [...(await starts()), ...(await inputs()), ...(await engine())];
await browser.close();
server.close();
console.log(`${"what".padEnd(58)}${"median".padStart(10)}${"p95".padStart(10)}${"runs".padStart(7)}`);
for (const [what, times] of rows) console.log(`${what.padEnd(58)}${ms(at(times, 0.5))}${ms(at(times, 0.95))}${String(times.length).padStart(7)}`);

/** A Jira work item whose description is 10 kB of text with things to find, and its reporter. */
function bigIssue() {
  const line = (n) =>
    `On day ${n} Mia Krüger wrote to mia.krueger${n}@example.org from 203.0.113.${n}: the pallet count of hall ${n} differs from what the ` +
    `scanner says, see the list of the morning shift, and nobody at the gate could tell whether the count or the scanner was wrong. ` +
    `Call +44 20 7946 0${String(100 + n)} before six, or leave a word at the desk; the shift ends late and the hall is closed after that. ` +
    "Everything else went as planned, the two trucks left on time and the third one waits for its papers at the border, as it did last week. " +
    "If the papers come tonight, the driver leaves at four; if not, the goods go back into the cold store until somebody decides what to do.\n";
  const description = Array.from({ length: 12 }, (_, n) => line(n + 1)).join("");
  const reporter = { accountId: "5f1a1482c0ffee0000000012", displayName: "Mia Krüger", active: true, accountType: "atlassian" };
  const fields = { summary: "Pallet counts differ", description: description + "Thanks to all. ".repeat(120), reporter };
  return JSON.stringify({ id: "1", key: "WEB-1", self: "https://jira.northwind.example/rest/api/2/issue/1", fields });
}

async function starts() {
  const interactive = [];
  const ready = [];
  for (let run = 0; run < 10; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/harness.html?plan=standard`);
    await page.waitForSelector("html[data-dc-engine-ready]");
    const mark = (name) => page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, name);
    const shown = await mark("dc:interactive");
    interactive.push(shown);
    ready.push(Math.max(0, (await mark("dc:engine")) - shown));
    await context.close();
  }
  return [["navigation to interactive (goal: 500 ms)", interactive], ["interactive to engine ready (goal: 150 ms)", ready]];
}

async function inputs() {
  const page = await browser.newPage();
  await page.goto(`${address}/harness.html?plan=standard`);
  await page.waitForSelector("html[data-dc-engine-ready]");
  await page.getByRole("region", { name: "In-app data" }).waitFor();
  const rows = [];
  for (const sample of ["jira-checkout", "confluence-postmortem", "jsm-access-request"]) {
    await page.getByRole("combobox", { name: "Sample record" }).selectOption(sample);
    rows.push([`input to frame: switch, ${sample} (p95: 33 ms)`, await page.evaluate(flips, ROUNDS)]);
  }
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill(bigIssue());
  rows.push(["input to frame: typing, 10 kB, 52 findings (p95: 50 ms)", await page.evaluate(types, ROUNDS)]);
  await page.close();
  return rows;
}

/** In the page: flips the in-app switch and waits for the frame that shows the changed preview. */
async function flips(rounds) {
  const root = document.querySelector("data-contribution").shadowRoot;
  const lane = () => root.querySelector('section[aria-label="In-app data"], [data-lane="in-app-data"]')?.textContent ?? root.textContent;
  const box = [...root.querySelectorAll('[role="switch"]')].at(-1);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const before = lane();
    const start = performance.now();
    const shown = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (lane() === before) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      watch.observe(root, { subtree: true, childList: true, characterData: true });
    });
    box.click();
    times.push((await shown) - start);
  }
  return times;
}

/** In the page: changes the summary of the typed record and waits for the frame that shows it. */
async function types(rounds) {
  const root = document.querySelector("data-contribution").shadowRoot;
  const box = root.querySelector("textarea");
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const word = `Round ${round} of pallets`;
    box.value = box.value.replace(/"summary":"[^"]*"/, `"summary":"${word}"`);
    const start = performance.now();
    const shown = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!root.textContent.includes(word)) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      watch.observe(root, { subtree: true, childList: true, characterData: true });
    });
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    times.push((await shown) - start);
  }
  return times;
}

async function engine() {
  const page = await browser.newPage();
  await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(`${address}/blank`);
  const texts = readdirSync(samples).filter((name) => name.endsWith(".json")).map((name) => [name, readFileSync(new URL(name, samples), "utf8")]);
  texts.push(["10 kB work item, 52 findings", bigIssue()]);
  const rows = [];
  for (const [name, text] of texts) rows.push([`engine alone: ${name}`, await page.evaluate(asks, { text, rounds: 100 })]);
  const all = texts.slice(0, -1).map(([, text]) => text);
  rows.push([`engine alone: all ${all.length} samples, a setting flipped`, await page.evaluate(flipped, { all, rounds: 60 })]);
  rows.push(["worker start with everything (goal: 150 ms)", await page.evaluate(workerStarts, 15)]);
  await page.close();
  return rows;
}

/** In the page: from the worker's making to the answer to its first record, with a compiled module and names at hand. */
async function workerStarts(rounds) {
  const { located } = await import("/assets.js");
  const url = located("worker");
  const module = await WebAssembly.compileStreaming(fetch(located("engineWasm")));
  const bytes = await (await fetch(located("names"))).arrayBuffer();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const copy = bytes.slice(0);
    const begin = performance.now();
    const worker = new Worker(url);
    const heard = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const ready = heard();
    worker.postMessage({ kind: "start", module, names: copy }, [copy]);
    await ready;
    const answered = heard();
    worker.postMessage({ id: 1, kind: "detect", request: { text: "Hello" } });
    await answered;
    times.push(performance.now() - begin);
    worker.terminate();
  }
  return times;
}

/** In the page: asks the worker itself, without anything of ours in between. */
async function asks({ text, rounds }) {
  const { located } = await import("/assets.js");
  const bare = globalThis.bareWorker ?? (globalThis.bareWorker = await start());
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const answer = await ask({ id: 1, kind: "preview", request: { input: text, plan: "standard", now: "2026-11-23T09:00:00Z", seed: "1" } });
    times.push(performance.now() - begin);
    if (!answer.ok) throw new Error("the engine refused");
  }
  return times.slice(rounds / 5); // the first fifth warms the worker up

  function ask(message) {
    return new Promise((resolve) => {
      bare.onmessage = ({ data }) => resolve(data);
      bare.postMessage(message);
    });
  }

  async function start() {
    const worker = new Worker(located("worker"));
    const ready = new Promise((resolve) => (worker.onmessage = resolve));
    const lexicon = await (await fetch(located("names"))).arrayBuffer();
    worker.postMessage({ kind: "start", module: await WebAssembly.compileStreaming(fetch(located("engineWasm"))), names: lexicon });
    await ready;
    return worker;
  }
}

/** In the page, after {@link asks}: previews every sample anew under settings of which one was flipped since the last time. */
async function flipped({ all, rounds }) {
  const ask = (request) =>
    new Promise((resolve) => {
      globalThis.bareWorker.onmessage = ({ data }) => resolve(data);
      globalThis.bareWorker.postMessage({ id: 1, kind: "preview", request });
    });
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const inAppData = { coverage: round % 2 ? "on" : "off", exceptions: [] };
    const settings = JSON.stringify({ version: 1, metadata: "on", inAppData });
    const begin = performance.now();
    for (const input of all) {
      if (!(await ask({ input, settings, plan: "standard", now: "2026-11-23T09:00:00Z", seed: "1" })).ok) throw new Error("the engine refused");
    }
    times.push(performance.now() - begin);
  }
  return times.slice(rounds / 5);
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function ms(time) {
  return `${time.toFixed(1)} ms`.padStart(10);
}
