// Saving can fail, and loses nothing: refused, without an answer, in conflict, from two tabs, through reloads; and hosts that speak nonsense.
import { accessibility, expect, ready, test } from "./fixtures.js";

const open = async (page, query = "plan=standard") => {
  await page.goto(`/harness.html?now=2026-11-23T12:00:00Z&seed=1&${query}`);
  await ready(page);
};
test.describe.configure({ timeout: 60_000 });

const switchOf = (page, name) => page.getByRole("switch", { name });
const inApp = (page) => switchOf(page, "In-app data contribution");
const codes = (page) => page.evaluate(() => __dc.events.filter(({ type }) => type === "dc-error").map(({ detail }) => detail.code));
const errors = (page) => page.evaluate(() => __dc.events.filter(({ type }) => type === "dc-error").map(({ detail }) => detail.message));
const settings = (coverage, exceptions = []) => ({ version: 1, metadata: "on", inAppData: { coverage, exceptions } });
const space = (id) => ({ kind: "space", id });

/** Gives the page an adapter whose methods are the text of functions; `saved` is what it holds. */
async function adapter(page, load, save = "async () => ({ revision: '2' })") {
  await page.evaluate(`(() => {
    globalThis.saves = [];
    const methods = { load: ${load}, save: ${save} };
    __dc.set({
      adapter: {
        load: (...args) => methods.load(...args),
        save(settings, about) {
          globalThis.saves.push(settings);
          return methods.save(settings, about);
        },
      },
    });
  })()`);
}

const loaded = (coverage, exceptions = [], revision = "1") =>
  `async () => (${JSON.stringify({ settings: settings(coverage, exceptions), revision })})`;

for (const [fail, said] of [
  ["500", /the server failed.*draft is kept/i],
  ["offline", /no connection.*draft is kept/i],
]) {
  test(`a save that fails with ${fail} says so and keeps the draft`, async ({ page }) => {
    await open(page, `plan=standard&fail=save:${fail}`);
    await inApp(page).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("alert")).toContainText(said);
    await expect(page.getByText("1 unsaved change")).toBeVisible();
    await expect(inApp(page)).not.toBeChecked();
    await expect(inApp(page)).toBeEnabled();
  });
}

test("a save that is forbidden makes the page one to read, with the reason, and keeps what was changed", async ({ page }) => {
  await open(page, "plan=standard&fail=save:403");
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/refused your save for lack of permission/)).toBeVisible();
  await expect(inApp(page)).toBeDisabled();
  await expect(inApp(page)).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Exclude data" }).or(page.getByRole("button", { name: "Include data" }))).toBeDisabled();
});

const NO_ANSWER = "() => Promise.reject({ code: 'unconfirmed' })";

test("after no answer nothing is claimed: what is saved has not changed", async ({ page }) => {
  await open(page, "plan=standard&fail=save:timeout");
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Not saved so far: what is saved has not changed");
  await expect(page.getByText("1 unsaved change")).toBeVisible();
});

test("after no answer nothing is claimed: the save arrived all the same", async ({ page }) => {
  await open(page);
  const load = "async () => globalThis.saves.length ? { settings: globalThis.saves.at(-1), revision: '2' } : { settings: null, revision: null }";
  await adapter(page, load, NO_ANSWER);
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await expect(inApp(page)).not.toBeChecked();
});

test("after no answer nothing is claimed: what is saved cannot be read, so nobody knows", async ({ page }) => {
  await open(page);
  const load = "async () => { if (globalThis.saves.length) throw { code: 'offline' }; return { settings: null, revision: null }; }";
  await adapter(page, load, NO_ANSWER);
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert")).toContainText("It is not known whether this was saved");
  await expect(page.getByRole("button", { name: "Read what is saved" })).toBeVisible();
});

test("an adapter that never answers a save is given up after a while, and its late answer still counts", async ({ page }) => {
  await page.clock.install();
  await open(page);
  await adapter(page, loaded("on"), "() => new Promise((resolve) => (globalThis.answer = resolve))");
  await expect(inApp(page)).toBeEnabled();
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Saving…")).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByRole("alert")).toContainText("Not saved so far");
  await page.evaluate(() => globalThis.answer({ revision: "2" }));
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an answer that confirms nothing is no save", async ({ page }) => {
  await open(page);
  await adapter(page, loaded("on"), "async () => undefined");
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Not saved so far");
});

test("a conflict shows before, theirs and yours, with a choice for each row", async ({ page }) => {
  await open(page);
  const theirs = settings("on", [space("space-web"), space("space-hr")]);
  const conflict = `async (settings, { revision }) => {
    if (revision === '7') return { revision: '8' };
    throw { code: 'conflict', current: { settings: ${JSON.stringify(theirs)}, revision: '7' } };
  }`;
  await adapter(page, loaded("on", [space("space-web"), space("space-ops")]), conflict);
  await page.getByRole("button", { name: "Remove Web shop" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("dialog", { name: "Review changes" }).getByRole("button", { name: "Contribute and save" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else saved in between" });
  await expect(dialog).toBeVisible();
  const row = (name) => dialog.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row("Web shop").getByRole("cell").nth(0)).toHaveText("Excluded");
  await expect(row("Web shop").getByRole("cell").nth(1)).toHaveText("Excluded");
  await expect(row("Web shop").getByRole("cell").nth(2)).toHaveText("Not excluded");
  await expect(row("Web shop").getByRole("radio", { name: "Your draft" })).toBeChecked();
  await expect(row("People").getByRole("radio", { name: "Saved now" })).toBeChecked();
  await expect(row("Operations").getByRole("radio", { name: "Saved now" })).toBeChecked();
  await row("Operations").getByRole("radio", { name: "Your draft" }).check();
  await dialog.getByRole("button", { name: "Use this choice" }).click();
  await expect(page.getByText("2 unsaved changes")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("dialog", { name: "Review changes" }).getByRole("button", { name: "Contribute and save" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await page.evaluate(() => globalThis.saves.at(-1).inAppData.exceptions.map(({ id }) => id))).toEqual(["space-hr", "space-ops"]);
});

test("axe finds nothing to complain about in a conflict, and Escape leaves it open to be taken up again", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, bypassCSP: true });
  await open(page);
  const theirs = settings("off");
  await adapter(page, loaded("on"), `async () => { throw { code: 'conflict', current: { settings: ${JSON.stringify(theirs)}, revision: '7' } }; }`);
  await page.getByRole("button", { name: "Find sensitive spaces" }).click();
  await page.getByRole("button", { name: "Select all" }).click();
  await page.getByRole("button", { name: /^Exclude 2/ }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else saved in between" });
  await expect(dialog).toBeVisible();
  expect(await accessibility(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Take all that is saved now" }).click();
  await dialog.getByRole("button", { name: "Use this choice" }).click();
  await expect(inApp(page)).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  await page.close();
});

test("a draft survives a reload, is given up with Discard, and holds no record text", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill("CANARY-7431");
  await inApp(page).click();
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
  expect(kept).toContain("coverage");
  expect(kept).not.toContain("CANARY");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await ready(page);
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await expect(inApp(page)).not.toBeChecked();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.reload();
  await ready(page);
  await expect(inApp(page)).toBeChecked();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
});

test("the browser asks before a tab with unsaved changes is left, and only then", async ({ page }) => {
  await open(page);
  const asks = [];
  page.on("dialog", (dialog) => {
    asks.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  await ready(page);
  expect(asks).toEqual([]);
  await inApp(page).click();
  await page.reload();
  await ready(page);
  expect(asks).toEqual(["beforeunload"]);
});

test("two tabs of one browser know of each other", async ({ page, context }) => {
  const address = "/?plan=free&now=2026-11-23T12:00:00Z";
  await page.goto(address);
  await ready(page);
  const other = await context.newPage();
  await other.goto(address);
  await ready(other);
  await inApp(other).click();
  await expect(page.getByText("1 other tab of this browser has unsaved changes to these settings, too.")).toBeVisible();
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Another tab saved new settings. They are shown now.")).toBeVisible();
  await expect(inApp(page)).not.toBeChecked();
  await page.getByRole("button", { name: "Find sensitive spaces" }).click();
  await page.keyboard.press("Escape");
  await inApp(page).click();
  await inApp(other).click();
  await other.getByRole("button", { name: "Save changes" }).click();
  await other.getByRole("button", { name: "Contribute and save" }).click();
  await expect(page.getByText("Another tab of this browser has saved these settings in the meantime.")).toBeVisible();
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await expect(page.getByRole("dialog", { name: "Somebody else saved in between" })).toContainText("nothing is left to choose");
});

test.describe("a host that speaks nonsense gets a precise error, and a page on which nobody saves on a wrong basis", () => {
  const cases = [
    ["an unknown plan", { plans: [{ app: "jira", plan: "gold" }] }, "organization/plans/0/plan: is not one of the known ids", false],
    ["no plan", { plans: [] }, "organization/plans: needs at least one subscription", false],
    ["duplicate ids", { spaces: [space("1"), space("1")].map(({ id }) => ({ id, key: "A", name: "A", app: "jira" })) }, "organization/spaces: 1 have an id that stood before", true],
    ["a space of an unknown app", { spaces: [{ id: "1", key: "A", name: "A", app: "fax" }] }, "organization/spaces: 1 name an app", true],
  ];
  for (const [name, patch, message, sound] of cases) {
    test(name, async ({ page }) => {
      await open(page);
      await page.evaluate((patch) => __dc.set({ organization: { ...__dc.elements[0].organization, ...patch } }), patch);
      await expect.poll(() => errors(page)).toEqual([expect.stringContaining(message)]);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(message.replace("organization", "")).first()).toBeVisible();
      await (sound ? expect(inApp(page)).toBeEnabled() : expect(inApp(page)).toBeDisabled());
    });
  }

  const loads = [
    ["a revision that is no text", `async () => ({ settings: ${JSON.stringify(settings("on"))}, revision: { n: 1 } })`, "revision-not-text"],
    ["a number for a revision", `async () => ({ settings: ${JSON.stringify(settings("on"))}, revision: 7 })`, "revision-not-text"],
    ["settings of a newer version", `async () => ({ settings: ${JSON.stringify({ ...settings("on"), version: 2 })}, revision: "1" })`, "settings-not-understood"],
    ["an adapter that answers nothing", "async () => undefined", "no-answer-object"],
    ["an adapter that throws", "() => { throw new Error('boom'); }", "unknown"],
    ["an adapter that rejects with undefined", "() => Promise.reject(undefined)", "unknown"],
  ];
  for (const [name, load, code] of loads) {
    test(name, async ({ page }) => {
      await open(page);
      await adapter(page, load);
      await expect.poll(() => codes(page)).toEqual([code]);
      await expect(page.getByText(/Your settings could not be read/)).toBeVisible();
      await expect(inApp(page)).toBeDisabled();
      await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
    });
  }

  test("an adapter that answers a save twice is heard once", async ({ page }) => {
    await open(page);
    await adapter(page, loaded("on"), "() => ({ then(resolve, reject) { resolve({ revision: '2' }); resolve({ revision: '3' }); reject({ code: 'server' }); } })");
    await inApp(page).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText(/^Saved\./)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("an adapter that never answers a load leaves a page that waits, says so, and can ask again", async ({ page }) => {
    await page.clock.install();
    await open(page, "scenario=loading");
    await expect(inApp(page)).toBeDisabled();
    await page.clock.runFor(9_000);
    await expect(page.getByText("The settings take longer than usual to arrive.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });
});
