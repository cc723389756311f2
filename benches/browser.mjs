// How fast records are searched in headless Chromium, beside two peers in the same page: the fastest, five kinds by JavaScript
// expressions (@redactpii/node), and the one in WebAssembly (@arcjet/redact). Each gets the same records and only has to find
// what it knows; text goes in as a JavaScript string, so passing it is part of the time.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("..", import.meta.url);
const { chromium } = createRequire(new URL("tests/e2e/package.json", root))("@playwright/test");
const RECORD = 2000;
const SECONDS = 2;

const texts = readFileSync(new URL("target/data/labelled/jira_gold/dev.jsonl", root), "utf8").trim().split("\n");
const corpus = texts.map((line) => JSON.parse(line).text).join("\n\n");
const records = corpus.match(new RegExp(`[^]{1,${RECORD}}`, "gu"));
const long = corpus.repeat(Math.ceil(1e6 / corpus.length)).slice(0, 1e6);

const peers = `
  import { redact } from "@arcjet/redact";
  import { Redactor } from "@redactpii/node";
  const redactor = new Redactor();
  globalThis.peers = { "@redactpii/node 1.0.17": (text) => redactor.redact(text), "@arcjet/redact 1.4.0": (text) => redact(text) };`;
const bundle = await build({
  stdin: { contents: peers, resolveDir: new URL(".", import.meta.url).pathname },
  bundle: true, format: "esm", write: false, logLevel: "error",
});
const files = {
  "/": ["text/html", "<!doctype html><title>bench</title>"],
  "/peers.js": ["text/javascript", bundle.outputFiles[0].text],
  "/detect.js": ["text/javascript", readFileSync(new URL("target/bench/browser.js", root))],
  "/browser_bg.wasm": ["application/wasm", readFileSync(new URL("target/bench/browser_bg.wasm", root))],
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.route("**/*", (route) => {
  const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
  return route.fulfill({ contentType, body });
});
await page.goto("http://bench.invalid/");
const { rows, first, hostile } = await page.evaluate(measure, { records, long, seconds: SECONDS });
await browser.close();

const cell = (value, digits = 2) => (value === null ? "-" : value.toFixed(digits)).padStart(11);
console.log(`${"in Chromium, records of 2 kB".padEnd(40)}${["MB/s", "p50 ms", "p99 ms", "1 MB: MB/s"].map((name) => name.padStart(11)).join("")}`);
for (const row of rows) console.log(`${row.name.padEnd(40)}${cell(row.rate, 1)}${cell(row.p50, 3)}${cell(row.p99, 3)}${cell(row.long, 1)}`);
const [rules, everything, ...others] = rows;
for (const row of others) console.log(`${"ratio to".padStart(12)} ${row.name.padEnd(27)}${cell(rules.rate / row.rate, 1)}`);

console.log(`\n${"goal in Chromium".padEnd(58)}${"goal".padStart(12)}${"measured".padStart(12)}`);
goal("rules, records of 2 kB", rules.rate, 50, "MB/s");
goal("rules, one record, p99", rules.p99, -0.3, "ms");
goal("rules, 1 MB against small records", (100 * rules.long) / rules.rate, 80, "%");
goal("rules, hostile 1 MB at worst against records", rules.rate / Math.min(...hostile.map(({ rate }) => rate)), -3, "times");
goal("everything, records of 2 kB", everything.rate, 8, "MB/s");
goal("everything, one record, p99", everything.p99, -1, "ms");
console.log(`the very first text: rules ${first.rules.toFixed(1)} ms, everything ${first.everything.toFixed(1)} ms (reading the names file is part of it)`);
console.log(`hostile, MB/s: ${hostile.map(({ name, rate }) => `${name} ${rate.toFixed(1)}`).join(", ")}`);

/** A line for a goal; a negative one is the most that it may be. */
function goal(what, value, wanted, unit) {
  const held = wanted < 0 ? value <= -wanted : value >= wanted;
  const shown = `${wanted < 0 ? "<=" : ">="} ${Math.abs(wanted)} ${unit}`;
  console.log(`${what.padEnd(58)}${shown.padStart(12)}${`${value.toFixed(2)}`.padStart(12)}  ${held ? "held" : "missed"}`);
}

/** In the page. Times single records, and rounds over all of them, because a page's clock is coarse. */
async function measure({ records, long, seconds }) {
  const { default: start, rules, everything } = await import("/detect.js");
  await start({ module_or_path: "/browser_bg.wasm" });
  const timed = (run) => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  };
  const first = { rules: timed(() => rules("Hello")), everything: timed(() => everything("Hello")) };
  await import("/peers.js");
  const bytes = (text) => new TextEncoder().encode(text).length;
  const total = records.map(bytes).reduce((a, b) => a + b);
  const at = (times, share) => times.sort((a, b) => a - b)[Math.floor(share * (times.length - 1))];
  const rows = [];
  for (const [name, run] of [["rules alone", rules], ["everything", everything], ...Object.entries(globalThis.peers)]) {
    // Never the same string twice: V8 remembers what an expression found in a string that it knows.
    let count = 0;
    const fresh = () => records.map((text) => `${text} ${count++}`);
    const once = async (texts) => {
      for (const text of texts) {
        const result = run(text);
        if (typeof result !== "number" && typeof result !== "string") await result;
      }
    };
    await once(fresh());
    const rounds = [];
    const end = performance.now() + seconds * 1000;
    do {
      const texts = fresh();
      const begun = performance.now();
      await once(texts);
      rounds.push(performance.now() - begun);
    } while (performance.now() < end);
    // A record's time is that of ten calls, because the clock counts in tenths of a millisecond.
    const single = [];
    for (const text of records) {
      const texts = Array.from({ length: 10 }, () => `${text} ${count++}`);
      const begun = performance.now();
      await once(texts);
      single.push((performance.now() - begun) / 10);
    }
    const begun = performance.now();
    await run(long);
    const longTime = performance.now() - begun;
    rows.push({ name, rate: total / at(rounds, 0.5) / 1000, p50: at(single, 0.5), p99: at(single, 0.99), long: bytes(long) / longTime / 1000 });
  }
  let seed = 1;
  const random = (alphabet) => Array.from({ length: 1e6 }, () => alphabet[(seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % alphabet.length]).join("");
  const texts = {
    digits: random("0123456789"), "at-signs": "@".repeat(1e6), hex: random("0123456789abcdef"),
    base64: random("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"), brackets: "[{(<".repeat(25e4), addresses: "http://".repeat(142857),
    colons: "ab:cd:".repeat(166666), "number-groups": "01 23 ".repeat(166666),
  };
  const hostile = Object.entries(texts).map(([name, text]) => ({ name, rate: 1e3 / timed(() => rules(text)) }));
  return { rows, first, hostile };
}
