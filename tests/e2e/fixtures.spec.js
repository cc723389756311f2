// The helpers notice what they are there to notice.
import { accessibility, expect, ready, test } from "./fixtures.js";

test("a violation of the page's policy is a problem", async ({ page, problems }) => {
  problems.allow(/style-src/i);
  await page.goto("/");
  await ready(page);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => problems.seen.join()).toContain("policy violation: style-src-attr inline");
});

test("a string that would become markup is a problem", async ({ page, problems }) => {
  problems.allow(/TrustedHTML|trusted-types/);
  await page.goto("/");
  await ready(page);
  const failure = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>bold</b>";
    } catch (error) {
      return error.name;
    }
  });
  expect(failure).toBe("TypeError");
  await expect.poll(() => problems.seen.join()).toContain("policy violation: require-trusted-types-for");
});

test("an uncaught error is a problem", async ({ page, problems }) => {
  problems.allow(/planted/);
  await page.goto("/");
  await page.evaluate(() => setTimeout(() => { throw new Error("planted"); }));
  await expect.poll(() => problems.seen.join()).toContain("planted");
});

test("an error inside a worker is a problem", async ({ page, problems }) => {
  problems.allow(/planted/);
  const [worker] = await Promise.all([page.waitForEvent("worker"), page.goto("/")]);
  await worker.evaluate(() => console.error("planted"));
  await expect.poll(() => problems.seen.join()).toContain("planted");
});

test("what a screen reader cannot name is found, in an open shadow root too", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement("div"));
    host.attachShadow({ mode: "open" }).appendChild(document.createElement("button"));
  });
  expect((await accessibility(page)).join("\n")).toMatch(/^button-name: /m);
});
