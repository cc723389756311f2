// The life of the element with the real page: what is left when it is gone, and what happens when the page module breaks.
import { expect, ready, test } from "./fixtures.js";

const dc = (page, run, argument) => page.evaluate(`(${run})(__dc, ${JSON.stringify(argument)})`);
const inApp = (page) => page.getByRole("switch", { name: "In-app data contribution" });

test("fifty mounts and unmounts leave less than a megabyte, and no listener, worker or timer", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/harness.html");
  await page.evaluate(() => __dc.ready);
  const session = await page.context().newCDPSession(page);
  /** Mounts and unmounts so many times, and says what is there afterwards. */
  const rounds = async (count) => {
    await dc(
      page,
      async (dc, count) => {
        const [element] = dc.elements;
        const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
        for (let round = 0; round < count; round++) {
          element.remove();
          await pause(5);
          const ready = new Promise((resolve) => element.addEventListener("dc-ready", resolve, { once: true }));
          document.querySelector("main").append(element);
          await ready;
        }
        element.remove();
        await pause(50);
      },
      count,
    );
    await expect.poll(() => dc(page, (dc) => dc.leaks().workers), { timeout: 20_000 }).toBe(0);
    await page.waitForTimeout(1_500); // whatever waits for its time comes to its end
    for (let pass = 0; pass < 3; pass++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { ...(await dc(page, (dc) => dc.leaks())), usedSize, nodes, jsEventListeners };
  };
  const before = await rounds(5);
  const after = await rounds(50);
  console.log("after 5:", JSON.stringify(before), "after 55:", JSON.stringify(after));
  expect(after.instances).toBe(0);
  expect(after.workers).toBe(0);
  expect(after.timers).toBe(0);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 5);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50);
  expect(after.usedSize + after.memory - before.usedSize - before.memory).toBeLessThan(1_000_000);
});

test("moveBefore keeps the page with its draft, its focus and its own record", async ({ page }) => {
  await page.goto("/harness.html?plan=standard");
  await page.evaluate(() => __dc.ready);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill("Ask mia@example.org");
  await inApp(page).click();
  await page.evaluate(() => {
    const target = document.body.appendChild(document.createElement("section"));
    target.moveBefore(__dc.elements[0], null);
  });
  await expect(inApp(page)).not.toBeChecked();
  await expect(page.getByRole("textbox", { name: "Your own record" })).toHaveValue("Ask mia@example.org");
  expect(await dc(page, (dc) => dc.events.filter(({ type }) => type === "dc-ready").length)).toBe(1);
});

test("three instances have three organizations, and none hears of the others", async ({ page }) => {
  await page.goto("/harness.html?instances=3");
  await page.evaluate(() => __dc.ready);
  await dc(page, (dc) => {
    dc.elements.forEach((element, index) => {
      element.organization = { ...element.organization, id: `org-${index}`, name: `Organization ${index}`, plans: [{ app: "jira", plan: ["free", "premium", "enterprise"][index] }] };
    });
  });
  await expect(inApp(page)).toHaveCount(3);
  for (const [index, on] of [[0, true], [1, false], [2, false]]) {
    await expect(page.locator("data-contribution").nth(index)).toContainText(`Organization ${index}`);
    await expect(inApp(page).nth(index)).toBeChecked({ checked: on });
  }
  await inApp(page).nth(1).click();
  await expect(inApp(page).nth(1)).toBeChecked();
  await expect(inApp(page).nth(2)).not.toBeChecked();
});

test("a panic takes every instance out, says so to the host, and Reload brings the draft back", async ({ page, problems }) => {
  problems.allow(/unreachable|RuntimeError/);
  await page.goto("/harness.html?instances=2&plan=standard");
  await page.evaluate(() => __dc.ready);
  await inApp(page).nth(1).click();
  await page.evaluate(async () => (await import("/data-contribution.js")).breakPage());
  await expect(page.getByRole("alert")).toHaveCount(2);
  await expect(page.getByRole("alert").first()).toContainText("what you had changed since is kept");
  const fatal = await dc(page, (dc) => dc.events.filter(({ type }) => type === "dc-error").map(({ detail }) => detail));
  expect(fatal).toEqual(Array.from({ length: 2 }, () => ({ code: "panic", message: "The page module broke.", fatal: true })));
  await page.getByRole("button", { name: "Reload" }).first().click();
  await expect(inApp(page)).toHaveCount(2);
  await expect(inApp(page).nth(1)).not.toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "1 unsaved change" }).last()).toBeVisible();
});

test("deep links work both ways", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  await page.goto("/harness.html?view=risk");
  await ready(page, "engine");
  const top = (name) => page.locator(`[data-section="${name}"]`).evaluate((section) => Math.abs(section.getBoundingClientRect().top));
  await expect.poll(() => top("risk")).toBeLessThan(100);
  const views = () => dc(page, (dc) => dc.events.filter(({ type }) => type === "dc-navigate").map(({ detail }) => detail.view));
  await page.waitForTimeout(500);
  await page.mouse.move(500, 300);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -300);
      return views();
    })
    .toContain("preview");
  await page.evaluate(() => (__dc.elements[0].view = "rules"));
  await expect.poll(() => top("rules")).toBeLessThan(600);
});
