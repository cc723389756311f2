// The static demo: from a sub-path, without a network, with its switches, its tour, and a way back to the beginning.
import { fileURLToPath } from "node:url";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headersFor } from "../../scripts/headers.mjs";
import { serveFolders } from "../../scripts/serve.mjs";
import { accessibility, expect, ready, test } from "./fixtures.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const inApp = (page) => page.getByRole("switch", { name: "In-app data contribution" });

/** dist/ as a folder of a larger site. */
async function subPath() {
  const root = mkdtempSync(join(tmpdir(), "data-contribution-"));
  symlinkSync(dist, join(root, "tools"));
  return serveFolders(0, [root], (path) => headersFor(path.replace(/^\/tools/, "")));
}

test("its switches change plan, size, theme and language, and the address says so", async ({ page }) => {
  await page.goto("/");
  await ready(page, "engine");
  const choose = (name, value) => page.getByLabel(name, { exact: true }).selectOption(value);
  await expect(inApp(page)).toBeChecked();
  await choose("Plan", "enterprise");
  await expect(inApp(page)).not.toBeChecked();
  await choose("Theme", "dark");
  await expect(page.locator(".dc-root")).toHaveAttribute("data-color-mode", "dark");
  await choose("Size", "large");
  expect(new URL(page.url()).searchParams.toString()).toBe("plan=enterprise&theme=dark&size=large");
  await page.reload();
  await ready(page);
  await expect(inApp(page)).not.toBeChecked();
  await expect(page.getByLabel("Size", { exact: true })).toHaveValue("large");
  await choose("Size", "usual");
  expect(await accessibility(page)).toEqual([]);
});

for (const width of [320, 412, 1280]) {
  test(`its beginning stands before the page module is there, in the page's own words and places: ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let arrive;
    const arrived = new Promise((resolve) => (arrive = resolve));
    await page.route(/page_bg[^/]*\.wasm$/, async (route) => {
      await arrived;
      await route.continue();
    });
    const parts = async () =>
      Promise.all([page.getByRole("heading", { level: 1, name: "Data contribution" }), page.getByText(/^Choose which of your organization/).filter({ visible: true })].map(async (part) => ({ text: await part.textContent(), box: await part.boundingBox() })));
    await page.goto("/");
    await expect(page.locator(".demo-wait__lead")).toBeVisible();
    const before = await parts();
    arrive();
    await ready(page);
    await expect(page.locator(".demo-wait__lead")).toBeHidden();
    const after = await parts();
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    for (const [index, { box }] of after.entries()) {
      for (const side of ["x", "y", "width", "height"]) if (index > 0 || side !== "width") expect(Math.abs(box[side] - before[index].box[side]), `${index} ${side}`).toBeLessThan(1.5);
    }
  });
}

test("its beginning is the largest paint, and the page module does not share the line with it", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.largest = [];
    const note = (list) => globalThis.largest.push(...list.getEntries().map(({ element }) => element?.className));
    new PerformanceObserver(note).observe({ type: "largest-contentful-paint", buffered: true });
  });
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route(/page_bg[^/]*\.wasm$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/");
  // The page takes its place while the first frame may still be on its way to the screen.
  await expect(page.locator(".demo-wait__lead")).toBeVisible();
  arrive();
  await ready(page);
  await expect.poll(() => page.evaluate(() => globalThis.largest)).toContain("demo-wait__lead");
  const [module, asker] = await page.evaluate(() => {
    const find = (pattern) => performance.getEntriesByType("resource").find(({ name }) => pattern.test(name));
    return [find(/page_bg[^/]*\.wasm$/).startTime, find(/\/data-contribution\.js$/).responseEnd];
  });
  expect(module).toBeGreaterThan(asker);
});

test("its beginning goes with the theme, and in another language there is none", async ({ page, problems }) => {
  problems.allow(/page_bg/);
  await page.route(/page_bg[^/]*\.wasm$/, () => {}); // never answered
  await page.goto("/?theme=dark");
  await expect(page.locator(".demo-wait")).toBeVisible();
  await expect(page.locator(".demo-wait")).toHaveCSS("color-scheme", "dark");
  await page.goto("/?locale=xx");
  await expect(page.locator(".demo-wait")).toHaveCount(0);
});

test("Start over forgets what was saved, what was changed, and the scenario", async ({ page }) => {
  await page.goto("/?plan=premium&theme=light");
  await ready(page, "engine");
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible()) await dialog.getByRole("button", { name: /save|confirm/i }).click();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("data-contribution")).length)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await ready(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("data-contribution")))).toEqual([]);
  await expect(inApp(page)).toBeChecked(); // the default of Standard
});

test("the tour walks through the three lanes by keyboard and gives the focus back", async ({ page }) => {
  await page.goto("/");
  await ready(page, "engine");
  await expect(page.locator('section[data-lane="stays"]')).toBeVisible();
  const button = page.getByRole("button", { name: "Take the tour" });
  await button.focus();
  await page.keyboard.press("Enter");
  const tour = page.locator(".tour");
  const titles = [];
  for (let step = 1; step <= 5; step++) {
    await expect(tour).toContainText(`Step ${step} of 5`);
    titles.push(await tour.getByRole("heading").textContent());
    await expect(tour.getByRole("heading")).toBeFocused();
    await expect(page.locator(".tour__ring")).toBeVisible();
    if (step === 2) expect(await accessibility(page)).toEqual([]);
    await tour.getByRole("button", { name: step === 5 ? "Done" : "Next" }).click();
  }
  expect(titles).toEqual([expect.stringContaining("record"), "Lane 1: metadata", "Lane 2: in-app data", "Lane 3: what stays", "Now decide"]);
  await expect(tour).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);
});

test.describe("offline", () => {
  test.use({ serviceWorkers: "allow" });

  test("from a sub-path, and after the first visit without a network, as confined as before", async ({ page, context }) => {
    test.setTimeout(120_000);
    const { server, address } = await subPath();
    await page.goto(`${address}/tools/`);
    await ready(page, "engine");
    await page.evaluate(async () => {
      const { active, installing, waiting } = await navigator.serviceWorker.ready;
      const worker = active ?? installing ?? waiting;
      if (worker.state !== "activated") await new Promise((resolve) => (worker.onstatechange = () => worker.state === "activated" && resolve()));
    });
    await context.setOffline(true);
    server.closeAllConnections();
    server.close();
    await page.goto(`${address}/tools/?plan=free`);
    await ready(page, "engine");
    await expect(page.locator('section[data-lane="in-app-data"]')).toContainText("EMAIL_ADDRESS");
    await expect(page.getByText(/cannot open a connection/i).first()).toBeVisible();
    const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat());
    expect(kept.every((path) => path.startsWith("/tools/"))).toBe(true);
    expect(kept.filter((path) => /harness|npm|integrity|\.d\.ts/.test(path))).toEqual([]);
  });
});
