// One engine, two builds: the same request gives the same bytes in the browser and on the command line.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { started } from "./worker.js";

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

test("every sample gives the same bytes in both builds", async ({ page }) => {
  test.setTimeout(300_000);
  await started(page);
  const cases = inputs.flatMap(({ name, text }) => ["free", "enterprise"].map((plan) => ({ name, text, plan })));
  const options = { now: "2026-11-23T09:00:00Z", seed: "parity" };
  const answers = await page.evaluate(
    async (requests) => {
      const answers = [];
      for (const request of requests) answers.push(await globalThis.ask("preview", request));
      return answers;
    },
    cases.map(({ text, plan }) => ({ input: text, plan, ...options })),
  );
  cases.forEach(({ name, text, plan }, index) => {
    expect(answers[index], `${name}, ${plan}`).toBe(native({ plan, ...options }, text));
  });
});
