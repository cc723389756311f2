// Ten thousand spaces, and the states that the harness reaches by their ids.
import { expect, ready, test } from "./fixtures.js";

test.describe.configure({ timeout: 120_000 });

const open = async (page, query) => {
  await page.goto(`/harness.html?now=2026-11-23T12:00:00Z&seed=1&${query}`);
  await ready(page);
};

/** Types letter by letter and back, and gives the 95th percentile of the milliseconds from each keystroke to its frame. */
function typing(box, word) {
  return box.evaluate(async (input, word) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    const texts = [...word].map((_, at) => word.slice(0, at + 1));
    for (const text of [...texts, ...texts.toReversed(), ""]) {
      await frame();
      const begin = performance.now();
      input.value = text;
      if (word.trim()) input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await frame();
      times.push(performance.now() - begin);
    }
    times.sort((a, b) => a - b);
    return times[Math.ceil(times.length * 0.95) - 1];
  }, word);
}

/** The best of three rounds, as milliseconds of a machine that draws an empty frame in 17: what other work on it takes is not ours. */
async function best(box) {
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const idle = await typing(box, "          ");
    rounds.push((await typing(box, "space 1234")) / Math.max(1, idle / 17));
  }
  return Math.min(...rounds);
}

test("ten thousand spaces are searched, chosen and listed within a frame or two, in less than 100 MB", async ({ page }, { annotations }) => {
  await page.addInitScript(() => {
    globalThis.memories = [];
    const { instantiate, instantiateStreaming } = WebAssembly;
    const noted = async (made) => {
      const result = await made;
      const memory = (result.instance ?? result).exports.memory;
      if (memory) globalThis.memories.push(memory);
      return result;
    };
    WebAssembly.instantiate = (...args) => noted(instantiate(...args));
    WebAssembly.instantiateStreaming = (...args) => noted(instantiateStreaming(...args));
  });
  await open(page, "scenario=spaces-10000&plan=standard");
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  const picker = await best(dialog.getByRole("searchbox"));
  expect(await dialog.getByRole("checkbox").count()).toBeLessThanOrEqual(50);
  await dialog.getByRole("button", { name: "Select all 10,000 found" }).click();
  await dialog.getByRole("button", { name: "Exclude data" }).click();
  const table = page.getByRole("table", { name: "Exclude in-app data" });
  await expect(table.getByRole("row")).toHaveCount(26);
  await expect(page.getByText("Page 1 of 400, 10,000 places")).toBeVisible();
  const list = await best(page.getByRole("searchbox", { name: "Search the list by name or key" }));
  const bytes = await page.evaluate(() => performance.memory.usedJSHeapSize + memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  annotations.push({ type: "measured", description: `picker ${picker.toFixed(1)} ms, list ${list.toFixed(1)} ms, ${(bytes / 1e6).toFixed(1)} MB` });
  console.log(annotations.at(-1).description);
  expect(picker).toBeLessThan(50);
  expect(list).toBeLessThan(50);
  expect(bytes).toBeLessThan(100e6);
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(page.getByText("Page 2 of 400, 10,000 places")).toBeVisible();
});

test("while settings are on their way their places are kept, and nothing jumps when they arrive", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, "plan=standard");
  const card = page.locator('.dc-card[aria-busy="true"]');
  await page.evaluate(() => {
    globalThis.shift = 0;
    const load = () => new Promise((resolve) => (globalThis.arrive = () => resolve({ settings: null, revision: null })));
    __dc.set({ adapter: { load, save: async () => ({ revision: "1" }) } });
  });
  await expect(card).toHaveCount(1);
  await expect(page.getByText("No place is excluded")).toBeHidden();
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    globalThis.shift = 0;
    globalThis.arrive();
  });
  await expect(card).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "In-app data contribution" })).toBeEnabled();
  expect(await page.evaluate(() => globalThis.shift)).toBeLessThan(0.1);
});

test("before they are read, nothing is said of settings that can be chosen", async ({ page }) => {
  await open(page, "scenario=error&plan=enterprise");
  await expect(page.getByText(/Your settings could not be read/)).toBeVisible();
  await expect(page.getByText(/^New spaces will/)).toHaveCount(0); // nothing is promised on settings that are not here
  await expect(page.getByText("Not known")).toHaveCount(3);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/Your settings could not be read/)).toBeVisible();
});

test("an organization without spaces, apps and connectors says so in the dialog", async ({ page }) => {
  await open(page, "scenario=empty&plan=standard");
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  await expect(dialog).toContainText("The organization has no spaces that this page knows of.");
  await dialog.getByRole("tab", { name: "Teamwork Graph connectors" }).click();
  await expect(dialog).toContainText("The organization has set up no connectors.");
});
