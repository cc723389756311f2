// One engine, two builds: the same request gives the same bytes in the browser and on the command line.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "./fixtures.js";

const root = new URL("../../", import.meta.url);
const samples = new URL("src/policy/samples/", root);
const inputs = readdirSync(samples)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, text: readFileSync(new URL(name, samples), "utf8") }));
inputs.push({ name: "text with emoji", text: "😀 Hi Mia, mail mia@example.org or call +49 30 901820.\r\n\u202eabc\u0000 e\u0301" });

/** What the native build prints. */
function native(options, input) {
  const run = ["run", "--quiet", "--locked", "--no-default-features", "--bin", "deid", "--", "preview"];
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return execFileSync("cargo", [...run, ...flags], { cwd: root, input, encoding: "utf8", maxBuffer: 1e9, stdio: "pipe" });
}

/** What the worker answers, untouched. */
async function inBrowser(page, requests) {
  return page.evaluate(async (requests) => {
    const { located } = await import("/assets.js");
    const policy = trustedTypes.createPolicy("data-contribution", { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL(located("worker")));
    const next = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const names = await (await fetch(located("names"))).arrayBuffer();
    worker.postMessage({ kind: "start", module: await WebAssembly.compileStreaming(fetch(located("engineWasm"))), names });
    await next();
    const answers = [];
    for (const request of requests) {
      worker.postMessage({ id: 1, kind: "preview", request });
      answers.push((await next()).ok);
    }
    return answers;
  }, requests);
}

test("every sample gives the same bytes in both builds", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/fixtures/blank.html");
  const cases = inputs.flatMap(({ name, text }) => ["free", "enterprise"].map((plan) => ({ name, text, plan })));
  const options = { now: "2026-11-23T09:00:00Z", seed: "parity" };
  const answers = await inBrowser(page, cases.map(({ text, plan }) => ({ input: text, plan, ...options })));
  cases.forEach(({ name, text, plan }, index) => {
    expect(answers[index], `${name}, ${plan}`).toBe(native({ plan, ...options }, text));
  });
});
