// The page for browser tests, tested: what it promises to those who drive it.
import { expect, ready, test } from "./fixtures.js";

const dc = (page, run, argument) => page.evaluate(`(${run})(__dc, ${JSON.stringify(argument)})`);

test("it says when the page and when the engine are ready, and marks the times", async ({ page }) => {
  await page.goto("/harness.html");
  await ready(page);
  await ready(page, "engine");
  await page.evaluate(() => __dc.ready);
  await dc(page, (dc) => dc.previewOf("mia@example.org"));
  const marks = await page.evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name));
  expect(marks).toEqual(expect.arrayContaining(["dc:load", "dc:interactive", "dc:engine", "dc:preview-start", "dc:preview-end"]));
  expect(await page.evaluate(() => __dc.version)).toMatch(/^\d+\.\d+\.\d+$/);
});

test("previewOf and detect answer by the parameters of the address", async ({ page }) => {
  const lane = async (query) => {
    await page.goto(`/harness.html?${query}`);
    await page.evaluate(() => __dc.ready);
    return dc(page, async (dc) => {
      const { records } = await dc.previewOf({ key: "WEB-1", fields: { summary: "Mail mia@example.org" } });
      const { decision, reason } = records[0].fields.find(({ path }) => path === "/fields/summary");
      return `${decision} ${reason.code}`;
    });
  };
  expect(await lane("plan=free")).toBe("contribute org-value");
  expect(await lane("plan=enterprise")).toBe("withhold org-value");
  expect(await lane("plan=free&scenario=before-effect")).toBe("withhold not-in-effect");
  expect(await lane("plan=free&now=2026-08-16T23:59:59Z")).toBe("withhold not-in-effect");
  expect(await lane("plan=free&scenario=excluded")).toBe("withhold excluded-organization");
  expect(await dc(page, (dc) => dc.detect("😀 mia@example.org"))).toMatchObject([{ start: 3, end: 18 }]);
});

test("the same address gives the same bytes, and another seed other ones", async ({ page }) => {
  const bytes = async (query) => {
    await page.goto(`/harness.html?${query}`);
    await page.evaluate(() => __dc.ready);
    return dc(page, async (dc) => {
      const policy = { version: 1, operators: { EMAIL_ADDRESS: { operator: "pseudonymize", assumption: true } } };
      dc.set({ policy });
      return JSON.stringify(await dc.previewOf({ key: "WEB-1", fields: { summary: "Mail mia@example.org" } }));
    });
  };
  const first = await bytes("plan=free&seed=1");
  expect(await bytes("plan=free&seed=1")).toBe(first);
  expect(await bytes("plan=free&seed=2")).not.toBe(first);
});

test("every scenario that it lists comes to rest without an unexpected error", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/harness.html");
  const scenarios = await page.evaluate(() => __dc.scenarios);
  expect(scenarios).toEqual(expect.arrayContaining(["default", "before-effect", "loading", "error", "readonly", "excluded"]));
  const failing = { error: ["server"], offline: ["offline"], "no-permission": ["forbidden"] };
  for (const scenario of scenarios.filter((scenario) => scenario !== "loading")) {
    await page.goto(`/harness.html?scenario=${scenario}`);
    await ready(page);
    const codes = await page.evaluate(() => __dc.events.filter(({ type }) => type === "dc-error").map(({ detail }) => detail.code));
    expect(codes, scenario).toEqual(failing[scenario] ?? []);
  }
});

test("saves fail as they are told to", async ({ page }) => {
  const code = async (fail) => {
    await page.goto(`/harness.html?fail=save:${fail}`);
    return dc(page, (dc) => dc.adapter.save({ version: 1 }, { revision: null }).then(() => "saved", ({ code }) => code));
  };
  expect(await code("conflict")).toBe("conflict");
  expect(await code("403")).toBe("forbidden");
  expect(await code("500")).toBe("server");
  expect(await code("timeout")).toBe("unconfirmed");
  expect(await code("offline")).toBe("offline");
});

test("its clock stands still until it is advanced", async ({ page }) => {
  await page.goto("/harness.html?now=2026-08-16T00:00:00Z&plan=free");
  await page.evaluate(() => __dc.ready);
  const outcome = await dc(page, async (dc) => {
    const reason = async () => (await dc.previewOf("text")).records[0].fields[0].reason.code;
    const before = [dc.clock.now(), await reason()];
    dc.clock.advance(24 * 3_600_000);
    return [...before, dc.clock.now(), await reason()];
  });
  expect(outcome).toEqual(["2026-08-16T00:00:00.000Z", "not-in-effect", "2026-08-17T00:00:00.000Z", "org-value"]);
});

test("several instances live, and leave nothing behind", async ({ page }) => {
  await page.goto("/harness.html?instances=3");
  await page.evaluate(() => __dc.ready); // the harness has asked for its version by then
  expect(await dc(page, (dc) => dc.leaks())).toMatchObject({ instances: 3, workers: 1, listeners: expect.any(Number), memory: expect.any(Number) });
  await page.evaluate(async () => {
    for (const element of __dc.elements) element.remove();
  });
  await expect.poll(() => dc(page, (dc) => dc.leaks().workers)).toBe(0);
  expect(await dc(page, (dc) => dc.leaks())).toMatchObject({ instances: 0, workers: 0, timers: 0 });
});

test("the same address gives the same pixels", async ({ page }) => {
  const shot = async (query) => {
    await page.goto(`/harness.html?${query}`);
    await page.evaluate(() => __dc.ready);
    await expect(page.locator('[data-lane="in-app-data"]').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1_500); // what is said a moment later stands in the page, though nobody sees it
    return (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  };
  const first = await shot("plan=premium&theme=dark&seed=1");
  expect((await shot("plan=premium&theme=dark&seed=1")) === first).toBe(true);
  expect((await shot("plan=premium&theme=light&seed=1")) === first).toBe(false);
});

test("direction, locale and theme are as the address says", async ({ page }) => {
  await page.goto("/harness.html?dir=rtl&theme=dark&locale=en-GB");
  await ready(page);
  for (const part of ["html", ".dc-root"]) await expect(page.locator(part).first()).toHaveAttribute("lang", "en-GB");
  await expect(page.locator(".dc-root")).toHaveAttribute("dir", "rtl");
  await expect(page.locator(".dc-root")).toHaveAttribute("data-color-mode", "dark");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("it can be read only, and its adapter is as slow as the address says", async ({ page }) => {
  await page.goto("/harness.html?readonly&latency=700");
  await ready(page);
  await expect(page.getByRole("switch", { name: "In-app data contribution" })).toHaveAttribute("aria-disabled", "true");
  const took = await dc(page, async (dc) => {
    const before = performance.now();
    await dc.adapter.load();
    return performance.now() - before;
  });
  expect(took).toBeGreaterThanOrEqual(695);
});

test("an engine that cannot start is told, and the page is interactive all the same", async ({ page, problems }) => {
  problems.allow(/404/);
  await page.goto("/harness.html?fail=engine&plan=standard");
  await ready(page);
  await expect.poll(() => dc(page, (dc) => dc.events.filter(({ type }) => type === "dc-error").map(({ detail }) => detail.code))).toEqual(["worker-load"]);
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  expect(await dc(page, (dc) => dc.events.some(({ type }) => type === "dc-change"))).toBe(true);
  expect(await page.evaluate(() => __dc.ready.catch(({ code }) => code))).toBe("worker-load");
});

test("a panic shows the message in every instance", async ({ page, problems }) => {
  problems.allow(/unreachable|RuntimeError/);
  await page.goto("/harness.html?fail=panic&instances=2");
  await expect(page.getByRole("alert")).toHaveCount(2);
  expect(await dc(page, (dc) => dc.events.filter(({ detail }) => detail?.fatal).map(({ detail }) => detail.code))).toEqual(["panic", "panic"]);
});

test("the iframe variant answers to the same hooks", async ({ page }) => {
  await page.goto("/harness.html?mode=iframe&plan=standard&instances=2");
  await page.evaluate(() => __dc.ready);
  const frame = page.frameLocator("iframe").first();
  await frame.getByRole("switch", { name: "In-app data contribution" }).click();
  await expect.poll(() => dc(page, (dc) => dc.events.some(({ type, detail }) => type === "dc-change" && detail.isDirty))).toBe(true);
  expect(await dc(page, (dc) => dc.elements.map(({ localName }) => localName))).toEqual(["iframe", "iframe"]);
  await dc(page, (dc) => dc.set({ theme: "dark" }));
  await expect(frame.locator(".dc-root")).toHaveAttribute("data-color-mode", "dark");
  await dc(page, (dc) => dc.clock.advance(-200 * 24 * 3_600_000));
  await expect(frame.getByText(/in effect since/i)).toHaveCount(0);
});

test("several organizations have an adapter each", async ({ page }) => {
  await page.goto("/harness.html?scenario=multi-org");
  await page.evaluate(() => __dc.ready);
  const [first, second] = await dc(page, async (dc) => {
    const settings = { version: 1, metadata: "on", inAppData: { coverage: "on", exceptions: [] } };
    await dc.adapter.of("org-southwind").save(settings, { revision: null });
    return [(await dc.adapter.load()).revision, (await dc.adapter.of("org-southwind").load()).revision];
  });
  expect([first, second]).toEqual([null, "1"]);
});
