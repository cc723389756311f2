// The page as an admin uses it: decide, look, ask why, save. By roles and English names, as the contract promises them.
import { accessibility, expect, ready, test } from "./fixtures.js";

const STANDARD = "/harness.html?plan=standard&now=2026-11-23T12:00:00Z&seed=1";

async function open(page, address = STANDARD) {
  await page.goto(address);
  await ready(page, "engine");
  await expect(page.getByRole("region", { name: "Original" })).toContainText("Checkout fails for");
}

const switchOf = (page, name) => page.getByRole("switch", { name });
const region = (page, name) => page.getByRole("region", { name, exact: true });
const savebar = (page) => page.getByRole("status").filter({ hasText: /unsaved change/ });

test("it says what is in effect, which plan decides, and what the plan locks", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1, name: "Data contribution" })).toBeVisible();
  await expect(page.getByText(/in effect since 17 August 2026/i).first()).toBeVisible();
  await expect(page.getByText(/your highest active plan/i)).toContainText("Standard");
  await expect(switchOf(page, "Metadata contribution")).toBeDisabled();
  await expect(page.getByText("Always contributed")).toBeVisible();
  await expect(switchOf(page, "In-app data contribution")).toBeChecked();
  await expect(page.getByRole("heading", { name: "Exclude in-app data" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Include in-app data" })).toHaveCount(0);
});

test("the timeline runs from the announcement to today", async ({ page }) => {
  await open(page);
  const points = page.getByRole("list", { name: /timeline|when/i }).getByRole("listitem");
  await expect(points).toHaveText([/16 Apr 2026/, /19 May 2026/, /17 Aug 2026/, /Today/, /Any time/]);
});

test("before the day it counts down and nothing leaves", async ({ page }) => {
  await open(page, "/harness.html?plan=standard&scenario=before-effect");
  await expect(page.getByText(/in effect since/i)).toHaveCount(0);
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  await expect(region(page, "Metadata")).not.toContainText("Story point");
});

test("a flipped switch changes the preview at once, and saves nothing", async ({ page }) => {
  await open(page);
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
  await switchOf(page, "In-app data contribution").click();
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  await expect(page.getByRole("heading", { name: "Include in-app data" })).toBeVisible();
  await expect(savebar(page)).toContainText("1 unsaved change");
  expect(await page.evaluate(async () => (await __dc.adapter.load()).settings)).toBeNull();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
});

test("what contributes less is saved without ado; what contributes more is confirmed first", async ({ page }) => {
  await open(page);
  await switchOf(page, "In-app data contribution").click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect.poll(() => page.evaluate(async () => (await __dc.adapter.load()).settings?.inAppData.coverage)).toBe("off");
  await expect(savebar(page)).toBeHidden();
  await switchOf(page, "In-app data contribution").click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  expect(await page.evaluate(async () => (await __dc.adapter.load()).settings.inAppData.coverage)).toBe("off");
  await dialog.getByRole("button", { name: /save|contribute|confirm/i }).last().click();
  await expect.poll(() => page.evaluate(async () => (await __dc.adapter.load()).settings.inAppData.coverage)).toBe("on");
});

test("a space is excluded and taken back, and the preview follows", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  await expect(dialog.getByRole("tab")).toHaveText([/Spaces/, /Atlassian apps/, /Teamwork Graph connectors/]);
  await dialog.getByRole("searchbox").or(dialog.getByRole("textbox")).first().fill("web");
  await dialog.getByRole("checkbox", { name: /Web shop/ }).check();
  await dialog.getByRole("button", { name: /^Exclude/ }).click();
  await expect(page.getByRole("table", { name: "Exclude in-app data" })).toContainText("Web shop");
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  await expect(region(page, "Metadata")).toContainText("Story point");
  await page.getByRole("button", { name: /remove.*web shop/i }).click();
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
});

test("every finding is a mark around a button that says what becomes of it, and opens why", async ({ page }) => {
  await open(page);
  const names = await region(page, "Original").locator("mark button").evaluateAll((all) => all.map((b) => b.getAttribute("aria-label") ?? b.textContent));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(name).toMatch(/^[A-Z_]+, [a-z-]+: ./s);
  await region(page, "Original").getByRole("button", { name: "EMAIL_ADDRESS, replace: priya.raman@bluefjord.example" }).first().click();
  const why = region(page, "Why");
  await expect(why).toContainText("priya.raman@bluefjord.example");
  await expect(why).toContainText("EMAIL_ADDRESS");
  await expect(why).toContainText(/score 100/i);
  await expect(why).toContainText(/in-app data/i);
  await page.keyboard.press("Escape");
});

test("every field of every sample says its lane and its reason in words", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  for (const sample of await page.getByRole("combobox", { name: "Sample record" }).locator("option").evaluateAll((all) => all.map((o) => o.value))) {
    await page.getByRole("combobox", { name: "Sample record" }).selectOption(sample);
    await expect(region(page, "Stays in your organization")).toContainText(/\d+ fields?/);
    if (!["jira-checkout", "confluence-postmortem", "jsm-access-request"].includes(sample)) continue;
    await expect(region(page, "Metadata")).toContainText("Reading ease");
    await expect(region(page, "In-app data")).toContainText("PERSON_1");
  }
});

test("misses are admitted and nothing is called clean", async ({ page }) => {
  await open(page);
  await expect(page.getByText(/expect misses/i).first()).toBeVisible();
  expect(await page.locator("data-contribution").evaluate((element) => element.shadowRoot.textContent)).not.toMatch(/\bclean\b/i);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to complain about: ${colorScheme}, with why and a dialog open`, async ({ browser, baseURL }) => {
    test.setTimeout(60_000);
    const page = await browser.newPage({ baseURL, colorScheme, bypassCSP: true });
    await open(page);
    expect(await accessibility(page)).toEqual([]);
    await region(page, "Original").locator("mark button").first().click();
    expect(await accessibility(page)).toEqual([]);
    await page.getByRole("button", { name: "Exclude data" }).click();
    expect(await accessibility(page)).toEqual([]);
    await page.close();
  });
}

test("nothing but a table scrolls sideways at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await switchOf(page, "In-app data contribution").click();
  expect(await wide()).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Include data" }).click();
  expect(await wide()).toBeLessThanOrEqual(0);
});

test("the keyboard alone reaches a switch, a finding, its lineage and the save bar, and focus is never covered", async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 700 });
  await open(page);
  await switchOf(page, "In-app data contribution").focus();
  await page.keyboard.press("Space");
  await expect(savebar(page)).toBeVisible();
  const covered = [];
  const seen = new Set();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const root = document.querySelector("data-contribution").shadowRoot;
      const element = root.activeElement;
      if (!element) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = root.elementFromPoint(left + width / 2, top + Math.min(height / 2, 10));
      const bar = root.querySelector(".dc-savebar");
      const hidden = bar.contains(above) && !bar.contains(element);
      return { name: element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 60), hidden };
    });
    if (!focus) continue;
    seen.add(focus.name);
    if (focus.hidden) covered.push(focus.name);
  }
  expect(covered).toEqual([]);
  expect([...seen].some((name) => /^PERSON, replace: /.test(name) || /Priya/.test(name))).toBe(true);
  const finding = region(page, "Original").getByRole("button", { name: /^PERSON, replace: Priya Raman/ }).first();
  await finding.focus();
  await page.keyboard.press("Enter");
  await expect(region(page, "Why")).toContainText("Priya Raman");
});

test("a change is announced once, politely, and the preview itself is no live region", async ({ page }) => {
  await open(page);
  const live = await page.locator("data-contribution").evaluate((element) => {
    const lanes = [...element.shadowRoot.querySelectorAll(".dc-lane, .dc-why")];
    return lanes.filter((lane) => lane.closest("[aria-live], [role=status], [role=alert]")).length;
  });
  expect(live).toBe(0);
  const spoken = page.locator('.dc-hidden[role="status"]');
  await expect(spoken).toHaveText(/\w/); // the first preview
  const heard = await spoken.evaluateHandle((status) => {
    const said = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { subtree: true, childList: true, characterData: true });
    return said;
  });
  // Silence in between, while the engine works, says nothing.
  const said = async () => (await heard.jsonValue()).filter(Boolean);
  await page.getByRole("combobox", { name: "Sample record" }).selectOption("confluence-postmortem");
  await expect.poll(said).toHaveLength(1);
  await page.waitForTimeout(1500);
  expect(await said()).toEqual([await spoken.textContent()]);
});

test("what stays is listed with a reason for every field, once it is opened", async ({ page }) => {
  await open(page);
  const stays = region(page, "Stays in your organization");
  await expect(stays.getByRole("listitem")).toHaveCount(0);
  await stays.locator("summary").click();
  const count = Number(/(\d+) fields/.exec(await stays.textContent())[1]);
  await expect(stays.getByRole("listitem")).toHaveCount(count);
  await expect(stays.getByRole("listitem").filter({ hasText: "Comment 2" }).first()).toContainText(/access token|password/i);
});

test("what was opened stays open when a setting changes what it tells of", async ({ page }) => {
  await open(page);
  const stays = region(page, "Stays in your organization");
  await stays.locator("summary").click();
  await stays.getByRole("listitem").first().waitFor();
  const before = await stays.getByRole("listitem").count();
  await switchOf(page, "In-app data contribution").click();
  await expect.poll(() => stays.getByRole("listitem").count()).toBeGreaterThan(before);
  await stays.locator("summary").click();
  await expect(stays.getByRole("listitem")).toHaveCount(0);
});
