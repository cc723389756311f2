// What can be asked about a preview, in the browser: the same bytes as natively, in time, and in flat memory.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { started } from "./worker.js";

const root = new URL("../../", import.meta.url);
const samples = new URL("src/policy/samples/", root);
const inputs = readdirSync(samples)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ id: name.replace(".json", ""), text: readFileSync(new URL(name, samples), "utf8") }));

const settings = (coverage) => JSON.stringify({ version: 1, metadata: "on", inAppData: { coverage, exceptions: [] } });
const common = { plan: "standard", now: "2026-11-23T09:00:00Z", seed: "parity" };

/** What the native build answers. */
function native(kind, request) {
  const run = ["run", "--quiet", "--locked", "--no-default-features", "--bin", "deid", "--", "ask", kind];
  return execFileSync("cargo", run, { cwd: root, input: JSON.stringify(request), encoding: "utf8", maxBuffer: 1e9, stdio: "pipe" });
}

test("every question has the same answer in both builds", async ({ page }) => {
  test.setTimeout(300_000);
  await started(page);
  const some = inputs.filter(({ id }) => ["jira-checkout", "rovo-search", "confluence-postmortem"].includes(id));
  const operators = JSON.stringify({ EMAIL_ADDRESS: { operator: "hash" }, PERSON: { operator: "pseudonymize" } });
  const questions = {
    diff: { inputs, settings: settings("on"), saved: settings("off") },
    receipt: { inputs: some },
    canary: { inputs: some },
    try: { inputs: some, operators },
    compare: { inputs: some.slice(0, 2) },
    "why-not": { inputs: some, path: "/title", start: 0, end: 4 },
  };
  for (const [kind, own] of Object.entries(questions)) {
    const request = { ...common, ...own };
    const answer = await page.evaluate(([kind, request]) => globalThis.ask(kind, request), [kind, request]);
    expect(answer, kind).toBe(native(kind, request));
  }
});

test("a changed setting, plan, operator or key searches no text again, and a changed rule of finding does", async ({ page }) => {
  await started(page);
  const [first, ...later] = await page.evaluate(
    async ({ inputs, common, settings }) => {
      const searched = async (more) => {
        for (const { text } of inputs) await globalThis.ask("preview", { ...common, input: text, ...more });
        return globalThis.ask("searched");
      };
      const operators = { PERSON: { operator: "hash" }, EMAIL_ADDRESS: { operator: "mask" } };
      const changed = [
        { settings: settings[1] },
        { settings: settings[0], plan: "premium" },
        { policy: JSON.stringify({ operators }) },
        { seed: "other" },
        { now: "2027-01-01T00:00:00Z" },
        { policy: JSON.stringify({ threshold: 80 }) },
      ];
      const counts = [await searched({ settings: settings[0] })];
      for (const more of changed) counts.push(await searched(more));
      return counts;
    },
    { inputs, common, settings: [settings("on"), settings("off")] },
  );
  expect(first).toBe(inputs.length);
  expect(later).toEqual([first, first, first, first, first, 2 * first]);
});

test("a thousand previews leave the engine's memory as it was", async ({ page }) => {
  test.setTimeout(180_000);
  await started(page);
  const [before, after] = await page.evaluate(
    async ({ inputs, common, settings }) => {
      const previews = async (count, round) => {
        for (let at = 0; at < count; at++) {
          const { text } = inputs[at % inputs.length];
          // Every text is a new one: nothing of the former ones may stay.
          const input = text.replace(/"id": "/, `"id": "${round}-${at}-`);
          await globalThis.ask("preview", { ...common, input, settings: settings[at % 2] });
        }
        return globalThis.ask("memory");
      };
      return [await previews(200, "first"), await previews(1_000, "second")];
    },
    { inputs, common, settings: [settings("on"), settings("off")] },
  );
  console.log(`engine memory: ${before} bytes, after 1,000 previews ${after}`);
  expect(after).toBe(before);
});
