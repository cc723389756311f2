// What every spec imports instead of @playwright/test. On top of its `test` and `expect`:
//   problems            collects console errors, uncaught errors and policy violations of all pages, frames and workers of a test,
//                       and fails the test on any that it did not allow: problems.allow(/pattern/)
//   requests            every request of the test's pages so far: [{ method, url, type, body }]
//   ready(page)         waits until the page is interactive; ready(page, "engine") until the engine answers, too
//   drawn(page)         waits until the page draws nothing more by itself: what must not hold up a press comes a task later
//   accessibility(page) what axe-core finds, as ["rule: selector", …]; expect(…).toEqual([])
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";
import { drawn } from "./drawn.js";

export { expect };

export const test = base.extend({
  problems: [
    async ({ context }, use) => {
      const seen = [];
      const allowed = [];
      // A violation that is only reported, or happens in a frame, does not reach the console by itself.
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
          console.error(`policy violation: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
        });
      });
      context.on("console", (message) => {
        if (message.type() === "error") seen.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (problem) => seen.push(String(problem.error())));
      await use({ seen, allow: (pattern) => allowed.push(pattern) });
      expect(seen.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],

  requests: async ({ context }, use) => {
    const requests = [];
    context.on("request", (request) => {
      requests.push({ method: request.method(), url: request.url(), type: request.resourceType(), body: request.postData() });
    });
    await use(requests);
  },
});

export async function ready(page, what = "page") {
  const mark = what === "engine" ? "data-dc-engine-ready" : "data-dc-ready";
  await page.locator(`html[${mark}]`).waitFor({ state: "attached" });
}

export { drawn };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function accessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), standards);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(" ")}`));
}
