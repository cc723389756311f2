// What explains the preview: ways to look, the way of a finding, trials, "why not?", comparison, canary, receipt, difference, rules.
import { accessibility, expect, ready, test } from "./fixtures.js";

const switchOf = (page, name) => page.getByRole("switch", { name });
const region = (page, name) => page.getByRole("region", { name, exact: true });
const sample = (page) => page.getByRole("combobox", { name: "Sample record" });
const looks = (page) => page.getByRole("combobox", { name: "How to look at the record" });

async function open(page, url = "/harness.html?plan=standard") {
  await page.goto(url);
  await ready(page, "engine");
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
}

/** The part of the page that has the keyboard focus. */
const focused = (page) => page.evaluate(() => document.querySelector("data-contribution").shadowRoot.activeElement?.getAttribute("aria-label"));

test("a record is looked at side by side, by field, as contributed only, and by its changes", async ({ page }) => {
  await open(page);
  await expect(looks(page).locator("option")).toHaveText(["Side by side", "Field by field", "Contributed only", "Changes only"]);
  await looks(page).selectOption({ label: "Contributed only" });
  await expect(region(page, "Original")).toBeHidden();
  await expect(region(page, "In-app data")).toBeVisible();
  await looks(page).selectOption({ label: "Changes only" });
  const fields = region(page, "Original").locator(".dc-field:visible");
  await expect(fields.filter({ hasText: "Summary" })).not.toHaveCount(0);
  const all = await region(page, "Original").locator(".dc-field").count();
  expect(await fields.count()).toBeLessThan(all / 2);
  await looks(page).selectOption({ label: "Field by field" });
  await expect(region(page, "Original").locator(".dc-field", { hasText: "Summary" }).first().locator(".dc-becomes")).toContainText("PERSON_1");
});

test("at 320 pixels each field stands above what becomes of it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  const summary = region(page, "Original").locator(".dc-field", { hasText: "Summary" }).first();
  await expect(summary.locator(".dc-becomes")).toContainText("PERSON_1");
  await expect(looks(page).locator("option")).toHaveText(["Field by field", "Contributed only", "Changes only"]);
  await region(page, "Original").locator("mark button").first().click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("J and K step through the findings, keep to the filter, and are said aloud", async ({ page }) => {
  await open(page);
  const findings = page.getByRole("list", { name: "Findings" });
  await page.getByRole("button", { name: /^E-mail address \d+/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("j");
  expect(await focused(page)).toMatch(/^EMAIL_ADDRESS, replace: /);
  const first = await focused(page);
  await expect(region(page, "Why")).toContainText("E-mail address");
  await expect(findings.locator("[aria-current=true]")).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect(await focused(page)).toBe(first);
  await expect(page.locator('.dc-hidden[role="status"]')).toContainText("becomes");
  await page.getByRole("button", { name: "Next finding" }).click();
  await expect(region(page, "Original").locator("[aria-pressed=true]")).toHaveCount(1);
});

test("letters are not taken from where one types", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).pressSequentially("jkjk");
  await expect(page.getByRole("textbox", { name: "Your own record" })).toHaveValue("jkjk");
  await expect(region(page, "Why")).not.toContainText("becomes");
});

test("what was read is named, can be corrected, and what is not understood is listed", async ({ page }) => {
  await open(page);
  await expect(page.getByText(/^Read as: Jira work item, REST v3\./)).toBeVisible();
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill('{"key":"A-1","fields":{"summary":"Hello","frobnication":"x","project":{"key":"A"}}}');
  await expect(page.getByText(/1 field not understood stays in your organization: .*frobnication/i)).toBeVisible();
  await page.getByRole("combobox", { name: "Read as" }).selectOption({ label: "plain text" });
  await expect(page.getByText(/Read as: plain text/)).toBeVisible();
  await page.getByRole("combobox", { name: "Read as" }).selectOption({ label: "whatever it looks like" });
  await expect(page.getByText(/Read as: Jira work item/)).toBeVisible();
});

test("the way of a finding runs from raw to what leaves, with what decides", async ({ page }) => {
  await open(page);
  await region(page, "Original").getByRole("button", { name: /^PERSON, replace: Priya Raman/ }).first().click();
  const steps = region(page, "Why").locator(".dc-why__step");
  await expect(steps.getByRole("heading")).toHaveText(["Raw", "Normalized", "Found by", "Operator", "Leaves", "Governed by"]);
  await expect(steps.nth(0)).toContainText("Priya Raman");
  await expect(steps.nth(2)).toContainText(/score \d+/);
  await expect(steps.nth(4)).toContainText(/PERSON_\d/);
  await expect(steps.nth(5)).toContainText("In-app data contribution is On");
});

test("another operator is tried, told in before and after, and taken back", async ({ page }) => {
  await open(page);
  await region(page, "Original").getByRole("button", { name: /^EMAIL_ADDRESS, replace: priya/ }).first().click();
  const why = region(page, "Why");
  await why.getByRole("combobox", { name: "Try another operator" }).selectOption({ label: "Hashed" });
  await expect(region(page, "Original").getByRole("button", { name: /^EMAIL_ADDRESS, hash: priya/ }).first()).toBeVisible();
  await expect(region(page, "In-app data")).not.toContainText("EMAIL_ADDRESS");
  const table = why.getByRole("table", { name: /before and after/ });
  await expect(table.getByRole("row").filter({ hasText: "Linked" })).toContainText("NoYes");
  await expect(why).toContainText(/2\^\d+ plausible originals/);
  await why.getByRole("combobox", { name: "Same stand-in within" }).selectOption({ label: "one week" });
  await expect(page.getByText("1 change of the rules is tried here.")).toBeVisible();
  await page.getByRole("button", { name: /^Take back: E-mail address/ }).click();
  await expect(region(page, "In-app data")).toContainText("EMAIL_ADDRESS");
  await expect(page.getByText("tried here")).toHaveCount(0);
});

test("a name is never hidden, and then hidden again", async ({ page }) => {
  await open(page);
  await region(page, "Original").getByRole("button", { name: /^PERSON, replace: Priya Raman/ }).first().click();
  await region(page, "Why").getByRole("button", { name: "Never hide this" }).click();
  await expect(region(page, "In-app data")).toContainText("Priya Raman");
  await page.getByRole("button", { name: "Back to the given rules" }).first().click();
  await expect(region(page, "In-app data")).not.toContainText("Priya Raman");
});

test("any word is asked about with a pointer, and the smallest rule finds it", async ({ page }) => {
  await open(page);
  const summary = region(page, "Original").locator(".dc-field", { hasText: "Summary" }).first().locator(".dc-text");
  await summary.click({ position: { x: 8, y: 8 } });
  const why = region(page, "Why");
  await expect(why.getByRole("heading", { name: /^Why was “\S+” not found\?/ })).toBeVisible();
  const word = /“(\S+)”/.exec(await why.getByRole("heading").first().textContent())[1];
  await expect(why.getByRole("heading", { name: "Smallest rule that would change it" })).toBeVisible();
  await why.getByRole("button", { name: "Use this rule here" }).first().click();
  await expect(region(page, "Original").locator("mark", { hasText: word }).first()).toBeVisible();
});

test("the keyboard alone asks why a word was left alone, and always hides it", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Ask about a word that was left alone" }).focus();
  await page.keyboard.press("Enter");
  const text = page.getByRole("textbox", { name: "Text of the field" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(text).toBeFocused();
  const before = await text.inputValue();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("x");
  expect(await text.inputValue(), "the box takes nothing").toBe(before);
  await page.keyboard.press("Enter");
  const why = region(page, "Why");
  await expect(why.getByRole("heading", { name: /not found\?/ })).toBeVisible();
  await why.getByRole("button", { name: "Always hide this" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 change of the rules is tried here.")).toBeVisible();
  await expect(region(page, "Original").locator("mark", { hasText: before.split(" ")[0] }).first()).toBeVisible();
});

test("two records stand beside each other with how alike they are", async ({ page }) => {
  await open(page);
  const tool = page.getByRole("region", { name: "Compare two records" });
  await tool.locator("summary").click();
  await tool.getByRole("combobox", { name: "Compare with" }).selectOption("jira-comment");
  await expect(tool).toContainText(/\d+ % alike/);
  expect(await tool.getByRole("row").count()).toBeGreaterThan(3);
});

test("an invented person is followed through every product, and no copy leaves", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  const tool = page.getByRole("region", { name: "Follow an invented person" });
  await tool.locator("summary").click();
  await expect(tool).toContainText(/\d+ copies: none was seen to leave/, { timeout: 20_000 });
  const heads = tool.getByRole("columnheader");
  expect(await heads.count()).toBeGreaterThan(8);
  expect(await tool.getByRole("rowheader").count()).toBeGreaterThan(8);
  expect(await tool.locator("[data-end=survives]").count()).toBe(1); // the legend's
});

test("a receipt is shown, downloaded, and holds no text of the record", async ({ page }) => {
  await open(page);
  const tool = page.getByRole("region", { name: "Receipt" });
  await tool.locator("summary").click();
  await expect(tool).toContainText(/SHA-256:\s*[0-9a-f]{64}/);
  const [download] = await Promise.all([page.waitForEvent("download"), tool.getByRole("button", { name: "Download receipt" }).click()]);
  expect(download.suggestedFilename()).toBe("receipt.json");
  const text = await (await import("node:fs/promises")).readFile(await download.path(), "utf8");
  expect(() => JSON.parse(text)).not.toThrow();
  expect(text).not.toMatch(/Priya|Raman|bluefjord/i);
  await page.emulateMedia({ media: "print" });
  await expect(tool.locator(".dc-receipt__list").first()).toBeVisible();
  await expect(region(page, "Original")).toBeHidden();
});

test("before saving, the difference in the samples is drawn and said", async ({ page }) => {
  await open(page);
  await switchOf(page, "In-app data contribution").click();
  await page.getByRole("button", { name: "Review changes" }).click();
  const difference = page.getByRole("region", { name: "What changes in the samples" });
  await expect(difference).toContainText(/\d+ of \d+ sample records would leave differently/);
  await expect(difference.locator("[data-change=stops]").first()).toContainText("stops leaving");
});

test("the kind of task says by the keyboard alone which words speak for it, and they are not downloaded", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill("The login page crashes: please fix this bug.");
  const evidence = region(page, "Metadata").locator("details").filter({ hasText: "What speaks for it" }).first();
  await evidence.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(evidence.getByRole("listitem").first()).toContainText(/weight \d+/);
  await expect(evidence).toContainText("our assumption");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download contributed" }).click()]);
  const text = await (await import("node:fs/promises")).readFile(await download.path(), "utf8");
  expect(text).toContain("task-class");
  expect(text).not.toContain("evidence");
});

test("every recognizer is listed with its threshold and source, and can be filtered", async ({ page }) => {
  await open(page);
  const rules = region(page, "Rules and assumptions");
  await rules.getByText("Every recognizer and its threshold").click();
  await expect(rules.getByText(/^(\d+) of \1 rules$/)).toBeVisible();
  await rules.getByRole("searchbox", { name: "Filter by name, kind or source" }).fill("luhn");
  await rules.getByRole("searchbox").fill("payment-card");
  await expect(rules.getByRole("row").filter({ hasText: "payment-card" }).first()).toContainText("ISO/IEC 7812");
});

test("every field is listed with what it counts as and who says so, and can be filtered", async ({ page }) => {
  await open(page);
  const rules = region(page, "Rules and assumptions");
  await rules.getByText("Every field and what it counts as").click();
  await expect(rules.getByText(/^(\d+) of \1 rules$/)).toBeVisible();
  await rules.getByRole("searchbox", { name: "Filter by record, path, kind or source" }).fill("/fields/summary");
  const row = rules.getByRole("row").filter({ hasText: "/fields/summary" }).first();
  await expect(row).toContainText("in-app data");
  await expect(row).toContainText("Stated by the vendor");
});

test("a policy is brought in, its errors lead to the place, and what was typed stays", async ({ page }) => {
  await open(page);
  const rules = region(page, "Rules and assumptions");
  await rules.getByText("The policy as a document").click();
  const box = rules.getByRole("textbox", { name: "Policy" });
  const wrong = '{\n  "version": 1,\n  "operators": { "PERSON": { "operator": "vanish" } }\n}';
  await box.fill(wrong);
  await rules.getByRole("button", { name: "Check and use here" }).click();
  await expect(rules.getByText(/Line 3, column \d+ \(\/operators\/PERSON\/operator\)/)).toBeVisible();
  await expect(box).toHaveValue(wrong);
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
  await box.fill(wrong.replace("vanish", "redact"));
  await rules.getByRole("button", { name: "Check and use here" }).click();
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  await expect(page.getByText("Your own policy is in use.")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), rules.getByRole("button", { name: "Download policy" }).click()]);
  expect(download.suggestedFilename()).toBe("policy.json");
});

test("in languages that were not measured the misses are unknown", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill("Päivityksen jälkeen sivu oli valkoinen, eikä ole selvää, mikä säännöistä on siihen syynä. Terveisin Pekka.");
  await expect(page.getByText(/is unknown: its language was not measured/)).toBeVisible();
});

test("what did not change is not drawn again when a switch is flipped", async ({ page }) => {
  await open(page);
  // The page is drawn part by part: the list of findings and what is probably missed come last.
  const all = Number((await page.getByRole("button", { name: /^All \d+$/ }).textContent()).match(/\d+/)[0]);
  expect(all).toBeGreaterThan(100);
  await expect(page.getByRole("list", { name: "Findings" }).getByRole("listitem")).toHaveCount(all);
  await expect(page.getByText("Expect misses.")).toBeVisible();
  await page.evaluate(() => {
    const root = document.querySelector("data-contribution").shadowRoot;
    globalThis.added = [];
    const watch = new MutationObserver((all) => all.forEach(({ addedNodes }) => globalThis.added.push(...addedNodes)));
    watch.observe(root.querySelector('[data-lane="metadata"]'), { subtree: true, childList: true });
    watch.observe(root.querySelector(".dc-findings__list"), { subtree: true, childList: true });
  });
  await switchOf(page, "In-app data contribution").click();
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  expect(await page.evaluate(() => globalThis.added.length)).toBe(0);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to complain about in what explains: ${colorScheme}`, async ({ browser, baseURL }) => {
    test.setTimeout(90_000);
    const page = await browser.newPage({ baseURL, colorScheme, bypassCSP: true });
    await open(page);
    await region(page, "Original").getByRole("button", { name: /^EMAIL_ADDRESS, replace: priya/ }).first().click();
    await region(page, "Why").getByRole("combobox", { name: "Try another operator" }).selectOption({ label: "Hashed" });
    await expect(region(page, "Why")).toContainText(/plausible originals/);
    expect(await accessibility(page)).toEqual([]);
    for (const name of ["Compare two records", "Follow an invented person", "Receipt"]) {
      await page.getByRole("region", { name }).locator("summary").click();
    }
    await page.getByRole("region", { name: "Compare two records" }).getByRole("combobox").selectOption("jira-comment");
    await expect(page.getByRole("region", { name: "Follow an invented person" }).getByRole("table")).toBeVisible({ timeout: 20_000 });
    for (const text of ["Every recognizer and its threshold", "The policy as a document"]) await page.getByText(text).click();
    await expect(page.getByText(/of \d+ rules/)).toBeVisible();
    expect(await accessibility(page)).toEqual([]);
    await page.close();
  });
}
