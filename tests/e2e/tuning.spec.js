// What an admin changes on the page to see what follows: whole fields, entries of the policy, somebody of their own; and what is folded.
import { accessibility, expect, ready, test } from "./fixtures.js";

const region = (page, name) => page.getByRole("region", { name, exact: true });
const original = (page, field) => region(page, "Original").locator(".dc-field", { hasText: field }).first();

async function open(page, url = "/harness.html?plan=standard") {
  await page.goto(url);
  await ready(page, "engine");
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
}

/** Opens a part of the rules and gives one group of entries. */
async function entries(page, name) {
  const rules = region(page, "Rules and assumptions");
  await rules.locator("summary", { hasText: "Entries of your own" }).click();
  return rules.getByRole("region", { name, exact: true });
}

test("a whole field gets another operator, and what is found in it no longer counts", async ({ page }) => {
  await open(page);
  await region(page, "Original").getByRole("button", { name: /^PERSON, replace: Priya Raman/ }).first().click();
  const why = region(page, "Why");
  await why.getByRole("combobox", { name: "For" }).selectOption({ label: "All of “Summary”" });
  const operator = why.getByRole("combobox", { name: "Try another operator" });
  await expect(operator.locator("option", { hasText: "Removed with its field" })).toHaveCount(0);
  await operator.selectOption({ label: "Removed" });
  await expect(page.getByText("1 change of the rules is tried here.")).toBeVisible();
  await expect(original(page, "Summary").getByRole("button", { name: /^CUSTOM, redact/ })).toHaveCount(1);
  await expect(region(page, "In-app data").locator(".dc-field", { hasText: "Summary" })).not.toContainText("PERSON_1");
  await expect(region(page, "In-app data"), "other fields keep theirs").toContainText("PERSON_1");
  await expect(why.getByRole("table", { name: /before and after/ })).toBeVisible();
  await page.getByRole("button", { name: /^Take back: All of “Summary”/ }).click();
  await expect(region(page, "In-app data").locator(".dc-field", { hasText: "Summary" })).toContainText("PERSON_1");
});

test("a text is always hidden by an entry, which can be taken out again", async ({ page }) => {
  await open(page);
  const deny = await entries(page, "Always hide");
  await deny.getByRole("textbox", { name: "Text" }).fill("checkout");
  await deny.getByRole("button", { name: "Add" }).click();
  await expect(deny.getByRole("listitem")).toHaveText([/Always hide “checkout”/]);
  await expect(deny.getByRole("textbox", { name: "Text" }), "the box is ready for the next").toHaveValue("");
  await expect(region(page, "Original").getByRole("button", { name: /^CUSTOM, replace: checkout/i }).first()).toBeVisible();
  await deny.getByRole("button", { name: "Remove Always hide “checkout”" }).click();
  await expect(deny.getByRole("listitem")).toHaveCount(0);
  await expect(region(page, "Original").getByRole("button", { name: /^CUSTOM, replace: checkout/i })).toHaveCount(0);
});

test("a recognizer that cannot be used is refused where it is written, and nothing typed is lost", async ({ page }) => {
  await open(page);
  const own = await entries(page, "Recognizers");
  await own.getByRole("textbox", { name: /^Name/ }).fill("badge-number");
  await own.getByRole("textbox", { name: "Regular expression" }).fill("BADGE-[0-9");
  await own.getByRole("button", { name: "Add" }).click();
  await expect(own.getByRole("status")).toContainText(/^At \/customRecognizers\/0\/pattern: is no usable pattern/);
  await expect(own.getByRole("textbox", { name: "Regular expression" })).toHaveValue("BADGE-[0-9");
  await expect(region(page, "In-app data"), "the preview stays").toContainText("PERSON_1");
  await own.getByRole("textbox", { name: "Regular expression" }).fill("BADGE-[0-9]+");
  await own.getByRole("button", { name: "Add" }).click();
  await expect(own.getByRole("listitem")).toHaveText([/Recognizer badge-number: BADGE-\[0-9\]\+/]);
  await expect(own.getByRole("status")).toBeEmpty();
});

test("an entry of the host's policy is left out, and comes back", async ({ page }) => {
  await open(page);
  const rules = region(page, "Rules and assumptions");
  await rules.getByText("The policy as a document").click();
  await rules.getByRole("textbox", { name: "Policy" }).fill('{ "allow": [{ "text": "Priya Raman" }], "customFields": { "customfield_10058": "sprint" } }');
  await rules.getByRole("button", { name: "Check and use here" }).click();
  await expect(region(page, "In-app data")).toContainText("Priya Raman");
  const allow = await entries(page, "Never hide");
  await allow.getByRole("button", { name: "Remove Never hide “Priya Raman”" }).click();
  await expect(region(page, "In-app data")).not.toContainText("Priya Raman");
  await page.getByRole("button", { name: /^Take back: Left out: Never hide/ }).click();
  await expect(region(page, "In-app data")).toContainText("Priya Raman");
  const fields = rules.getByRole("region", { name: "Custom fields", exact: true });
  await fields.getByRole("button", { name: /^Remove/ }).click();
  await expect(fields.getByRole("listitem")).toHaveCount(0);
});

test("somebody of one's own is followed, and nothing of it outlives the page", async ({ page, requests }) => {
  test.setTimeout(90_000);
  await open(page);
  const tool = page.getByRole("region", { name: "Follow an invented person" });
  await tool.locator("summary").first().click();
  await expect(tool).toContainText(/\d+ copies: none was seen to leave/, { timeout: 20_000 });
  await tool.getByText("Follow somebody else").click();
  const parts = { Name: "Oluwaseun Ibáñez", "E-mail address": "o.ibanez@example.net", "Phone number": "+1 303 555 0117", "User name": "oibanez" };
  const follow = tool.getByRole("button", { name: "Follow", exact: true });
  await expect(follow).toBeDisabled();
  for (const [name, text] of Object.entries(parts)) await tool.getByRole("textbox", { name, exact: true }).fill(text);
  const before = requests.length;
  await follow.click();
  await expect(tool).toContainText("o.ibanez@example.net · +1 303 555 0117", { timeout: 20_000 });
  await expect(tool).toContainText(/\d+ copies/);
  expect(requests.slice(before)).toEqual([]);
  const kept = () => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(await kept()).not.toMatch(/oibanez/i);
  await page.reload();
  await ready(page, "engine");
  expect(await page.evaluate(() => document.querySelector("data-contribution").shadowRoot.textContent)).not.toMatch(/oibanez/i);
});

test("what stands behind a text is folded, and opens where a finding in it is chosen", async ({ page }) => {
  await open(page);
  const fold = region(page, "Original").locator(".dc-behind", { hasText: /behind the text, \d+ marked/ }).first();
  await expect(fold.locator("mark")).toHaveCount(0);
  await fold.locator("summary").click();
  const mark = fold.locator("mark button").first();
  await expect(mark).toBeVisible();
  const target = await mark.getAttribute("data-target");
  await fold.locator("summary").click();
  await expect(mark).toHaveCount(0);
  await page.getByRole("list", { name: "Findings" }).locator(`[data-target="${target}"]`).click();
  await expect(mark).toHaveAttribute("aria-pressed", "true");
});

test("a save by the bar alone records the receipt of what it saves", async ({ page }) => {
  await open(page);
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await expect(region(page, "In-app data")).not.toContainText("PERSON_1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(region(page, "Decision record")).toContainText(/[0-9a-f]{64}/);
});

test("a receipt is asked for once for each case", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.receipts = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message?.kind === "receipt") globalThis.receipts += 1;
      return post.call(this, message, ...rest);
    };
  });
  await open(page);
  await page.getByRole("region", { name: "Receipt" }).locator("summary").click();
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText(/SHA-256:\s*[0-9a-f]{64}/);
  expect(await page.evaluate(() => globalThis.receipts)).toBe(1);
  const digest = await page.getByRole("region", { name: "Receipt" }).locator("code").first().textContent();
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await expect(page.getByRole("region", { name: "Receipt" }).locator("code").first()).not.toHaveText(digest);
  expect(await page.evaluate(() => globalThis.receipts)).toBe(2);
});

test("a save that is faster than the engine waits for the receipt, and not for long where none comes", async ({ page }) => {
  const atOnce = () =>
    page.evaluate(async () => {
      const find = (selector, name) => [...document.querySelector("data-contribution").shadowRoot.querySelectorAll(selector)].find((one) => (one.getAttribute("aria-label") ?? one.textContent).includes(name));
      const control = [...document.querySelector("data-contribution").shadowRoot.querySelectorAll('[role="switch"]')].at(-1);
      control.click();
      await new Promise(requestAnimationFrame);
      find("button", "Save changes").click();
    });
  await open(page);
  await atOnce();
  await expect(region(page, "Decision record")).toContainText(/[0-9a-f]{64}/);

  // An engine that never answers this is one that works too long.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message?.kind !== "receipt") postMessage.call(this, message, ...rest);
    };
  });
  await open(page);
  await atOnce();
  await expect.poll(() => page.evaluate(() => __dc.events.some(({ type }) => type === "dc-saved")), { timeout: 8_000 }).toBe(true);
  await expect(region(page, "Decision record")).not.toContainText(/[0-9a-f]{64}/);
});

test("addresses and ids are folded away where they stay, too, and nothing of them is lost", async ({ page }) => {
  await open(page);
  const row = region(page, "Original").locator(".dc-field").filter({ hasText: "Assignee" }).first();
  await expect(row.locator(".dc-field__value > .dc-text").first()).toContainText("Tomás Okafor");
  for (const text of await row.locator(".dc-field__value > .dc-text").allTextContents()) expect(text).not.toContain("https://");
  const fold = row.locator(".dc-behind");
  await expect(fold).toContainText(/\d+ links, ids and attributes/);
  await fold.locator("summary").click();
  await expect(fold).toContainText("rest/api/3/user?accountId=");
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing to complain about in what is tuned: ${colorScheme}`, async ({ browser, baseURL }) => {
    test.setTimeout(60_000);
    const page = await browser.newPage({ baseURL, colorScheme, bypassCSP: true });
    await open(page);
    const deny = await entries(page, "Always hide");
    await deny.getByRole("textbox", { name: "Text" }).fill("checkout");
    await deny.getByRole("button", { name: "Add" }).click();
    await expect(deny.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("region", { name: "Follow an invented person" }).locator("summary").first().click();
    await page.getByText("Follow somebody else").click();
    await region(page, "Original").locator(".dc-behind summary").first().click();
    expect(await accessibility(page)).toEqual([]);
    await page.close();
  });
}
