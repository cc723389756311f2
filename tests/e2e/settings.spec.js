// The settings page as an admin uses it: plans, exceptions, review, history. What can fail while saving stands in settings-saving.spec.js.
import { accessibility, expect, ready, test } from "./fixtures.js";

const open = async (page, query = "plan=standard") => {
  await page.goto(`/harness.html?now=2026-11-23T12:00:00Z&seed=1&${query}`);
  await ready(page, "engine");
};
test.describe.configure({ timeout: 60_000 });

const switchOf = (page, name) => page.getByRole("switch", { name });
const list = (page, name) => page.getByRole("table", { name });
const saved = (page) => page.evaluate(async () => (await __dc.adapter.load()).settings);
const region = (page, name) => page.getByRole("region", { name, exact: true });

/** Chooses places in the dialog and puts them on the list. */
async function choose(page, verb, ...names) {
  await page.getByRole("button", { name: `${verb} data` }).click();
  const dialog = page.getByRole("dialog", { name: `${verb} data` });
  for (const name of names) await dialog.getByRole("checkbox", { name }).check();
  await dialog.getByRole("button", { name: `${verb} data` }).click();
}

test("the deciding subscription is named, every active plan is shown, and a trial that decides warns of its end", async ({ page }) => {
  await open(page, "plan=standard");
  await page.evaluate(() => {
    const { organization } = __dc.elements[0];
    const plans = [{ app: "jira", plan: "standard" }, { app: "confluence", plan: "premium", trial: true, until: "2026-12-01" }];
    __dc.set({ organization: { ...organization, plans } });
  });
  await expect(page.getByText(/your highest active plan/i)).toContainText("Premium (Confluence, a trial");
  await expect(page.getByRole("list", { name: "Active plans" }).getByRole("listitem")).toHaveText([/Jira: Standard/, /Confluence: Premium, trial, until 1 December 2026.*Decides/i]);
  await expect(page.getByText(/When it ends on 1 December 2026, Standard decides: the default for in-app data moves to on/)).toBeVisible();
});

test("another plan is looked at without touching the draft", async ({ page }) => {
  await open(page, "plan=enterprise");
  await switchOf(page, "Metadata contribution").click();
  await page.getByText("What if we change plans?").click();
  await expect(page.getByText(/Starting a trial of/)).toHaveCount(0);
  await page.getByLabel("Plan to look at").selectOption("free");
  await expect(page.getByText("Always contributed")).toBeVisible();
  await expect(page.getByText(/You are looking at Free/)).toBeVisible();
  await expect(switchOf(page, "In-app data contribution")).toBeDisabled();
  await page.getByLabel("Your choice").selectOption("resets");
  await expect(switchOf(page, "In-app data contribution")).toBeChecked();
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
  await page.getByRole("button", { name: "Back to my settings" }).click();
  await expect(switchOf(page, "Metadata contribution")).not.toBeChecked();
  await expect(page.getByText("1 unsaved change")).toBeVisible();
});

test("an excluded organization has a state of its own", async ({ page }) => {
  await open(page, "scenario=excluded");
  await expect(page.getByText("Your organization contributes nothing")).toBeVisible();
  await expect(page.getByText("Never contributed")).toHaveCount(2);
  await expect(switchOf(page, "In-app data contribution")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Include data" })).toBeDisabled();
});

for (const [timezoneId, effect, today] of [
  ["America/Los_Angeles", /In your time zone that is 16 August 2026, 17:00/, "Today, 22 Nov"],
  ["Asia/Tokyo", /In your time zone that is 17 August 2026, 09:00/, "Today, 23 Nov"],
]) {
  test(`days read right in ${timezoneId}, with the instant behind them`, async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL, timezoneId });
    await page.goto("/harness.html?now=2026-11-23T03:00:00Z&plan=standard");
    await ready(page);
    await expect(page.getByText(effect)).toBeVisible();
    const point = page.getByRole("list", { name: "Timeline" }).getByRole("listitem").filter({ hasText: "Today" });
    await expect(point).toContainText(today);
    await expect(point.locator("time")).toHaveAttribute("datetime", "2026-11-23T03:00:00Z");
    await expect(point.locator("time")).toHaveAttribute("title", /23 November 2026, 03:00 UTC; .* in your time zone/);
    await page.close();
  });
}

test("after switching off, the reported dates stand in the review, at the switch and on the timeline", async ({ page }) => {
  await open(page);
  await switchOf(page, "In-app data contribution").click();
  await page.getByRole("button", { name: "Review changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Review changes" });
  await expect(dialog).toContainText("removed by 23 December 2026, and affected models are retrained by 21 February 2027. Reported by the press");
  await dialog.getByRole("textbox", { name: /why/i }).fill("Legal asked for it");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Undo")).toBeVisible();
  await page.evaluate(() => __dc.clock.advance(24 * 3_600_000));
  await switchOf(page, "In-app data contribution").click();
  await switchOf(page, "In-app data contribution").click();
  await expect(page.getByRole("list", { name: "Timeline" })).toContainText(/By 23 December 2026 contributed data removed \(reported\)/);
});

test("the list is searched, sorted, reduced to a kind, and its rows are removed in bulk", async ({ page }) => {
  await open(page);
  await choose(page, "Exclude", /Web shop/, /Security/, /People/);
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  await expect(dialog.getByRole("checkbox", { name: /Web shop.*Already listed/ })).toBeDisabled();
  await dialog.getByRole("tab", { name: /Teamwork Graph connectors \(3\)/ }).click();
  await dialog.getByRole("button", { name: "Select all 3 found" }).click();
  await expect(dialog.getByText("3 chosen")).toBeVisible();
  await dialog.getByRole("button", { name: "Exclude data" }).click();
  const table = list(page, "Exclude in-app data");
  const names = () => table.getByRole("rowheader").allTextContents();
  expect(await names()).toEqual(["GitHub", "Google Drive", "People HR", "Security SEC", "Slack", "Web shop WEB"]);
  await table.getByRole("button", { name: "Name" }).click();
  expect((await names())[0]).toBe("Web shop WEB");
  await page.getByRole("searchbox", { name: "Search the list by name or key" }).fill("sec");
  expect(await names()).toEqual(["Security SEC"]);
  await page.getByRole("searchbox", { name: "Search the list by name or key" }).fill("");
  await page.getByRole("button", { name: "Connectors 3" }).click();
  await table.getByRole("checkbox", { name: "Select Slack (in draft)" }).check();
  await page.getByRole("button", { name: "Select all 3 matching" }).click();
  await page.getByRole("button", { name: "Remove 3 selected places" }).click();
  await page.getByRole("button", { name: "All 3" }).click();
  expect((await names()).sort()).toEqual(["People HR", "Security SEC", "Web shop WEB"]);
  await expect(page.getByText("New spaces will contribute unless you exclude them")).toBeVisible();
});

test("platform apps are shown, closed, with the reason", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const { organization } = __dc.elements[0];
    __dc.set({ organization: { ...organization, apps: [...organization.apps, { id: "rovo", name: "Rovo" }, { id: "trello", name: "Trello" }] } });
  });
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  await dialog.getByRole("tab", { name: "Atlassian apps" }).click();
  await expect(dialog.getByRole("checkbox", { name: /Rovo.*follows the organization/ })).toBeDisabled();
  await expect(dialog.getByRole("checkbox", { name: /Trello.*Not covered/ })).toBeDisabled();
  await expect(dialog.getByRole("button", { name: "Select all 3 found" })).toBeEnabled();
});

test("the other list is kept in the draft when the switch flips, and the page says so", async ({ page }) => {
  await open(page);
  await choose(page, "Exclude", /Web shop/);
  await switchOf(page, "In-app data contribution").click();
  await expect(page.getByText(/1 place you had excluded is kept in this draft/)).toBeVisible();
  await switchOf(page, "In-app data contribution").click();
  await expect(list(page, "Exclude in-app data")).toContainText("Web shop");
});

test("pasted keys are found in any case, and unknown ones are listed", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Exclude data" }).click();
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  await dialog.getByText("Paste or import space keys").click();
  await dialog.getByRole("textbox", { name: "Space keys" }).fill("web, NOPE\nhr;GONE");
  await expect(dialog.getByText("2 spaces found.")).toBeVisible();
  await expect(dialog.getByText("2 keys that no space of this organization has:")).toBeVisible();
  await expect(dialog.locator(".dc-keys")).toHaveText("NOPEGONE");
  const csv = { name: "keys.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Key\n\"Shop, the\",SEC\n,OPS\n") };
  await dialog.getByLabel("Choose a CSV file").setInputFiles(csv);
  await dialog.getByRole("button", { name: "Choose these spaces" }).click();
  await expect(dialog.getByText("2 chosen")).toBeVisible();
  await dialog.getByRole("button", { name: "Exclude data" }).click();
  await expect(list(page, "Exclude in-app data").getByRole("rowheader")).toHaveText(["Operations OPS", "Security SEC"]);
});

test("sensitive spaces are suggested with the words that led to them, and one click adds the chosen", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Find sensitive spaces" }).click();
  const dialog = page.getByRole("dialog", { name: "Find sensitive spaces" });
  await expect(dialog.getByRole("checkbox", { name: /Security SEC.*“security” in its name/ })).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: /People HR.*“hr” in its key/ })).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: /Web shop/ })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Select all" }).click();
  await dialog.getByRole("button", { name: /^Exclude 2 spaces/ }).click();
  await expect(list(page, "Exclude in-app data").getByRole("rowheader")).toHaveText(["People HR", "Security SEC"]);
});

test("what contributes more is confirmed with what and since when; a save can be undone", async ({ page }) => {
  await open(page);
  await choose(page, "Exclude", /Web shop/);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("button", { name: "Remove Web shop" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Review changes" });
  await expect(dialog).toContainText("Web shop: off since 23 November 2026; it would contribute again.");
  await dialog.getByRole("button", { name: "Contribute and save" }).click();
  await expect.poll(async () => (await saved(page)).inAppData.exceptions).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await saved(page)).inAppData.exceptions).toHaveLength(1);
});

test("a discarded draft can be taken back", async ({ page }) => {
  await open(page);
  await switchOf(page, "In-app data contribution").click();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("1 unsaved change")).toBeVisible();
});

test("decisions are recorded, filtered, compared and taken away", async ({ page }) => {
  await open(page, "plan=premium");
  await expect(region(page, "Decision record")).toContainText("Nobody has decided yet");
  await expect(region(page, "History")).toContainText("No decision is recorded yet.");
  const review = async (note) => {
    await page.getByRole("button", { name: "Review changes" }).click();
    const dialog = page.getByRole("dialog", { name: "Review changes" });
    await dialog.getByRole("textbox", { name: /why/i }).fill(note);
    await dialog.getByRole("button", { name: /save/i }).last().click();
    await expect(dialog).toBeHidden();
  };
  await switchOf(page, "In-app data contribution").click();
  await review("Board decision 7");
  await choose(page, "Exclude", /Web shop/);
  await review("=1+1, asked by the works council");
  const record = region(page, "Decision record");
  await expect(record).toContainText("Robin Vale");
  await expect(record).toContainText("Metadata always contributed; in-app data on, 1 excluded");
  await expect(record).toContainText("works council");
  const history = list(page, "History");
  await expect(history.getByRole("row")).toHaveCount(3);
  for (const box of await history.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Compare the two" }).click();
  const compare = page.getByRole("dialog", { name: /^From 23 November 2026 to/ });
  await expect(compare).toContainText("Exclude Web shop (WEB, Jira)");
  await compare.getByRole("button", { name: "Close" }).click();
  await page.getByLabel("Only what contributes more than before").check();
  await expect(history.getByRole("row")).toHaveCount(2);
  await page.getByLabel("Only what contributes more than before").uncheck();
  await page.getByRole("searchbox", { name: "Search names and notes" }).fill("council");
  await expect(history.getByRole("row")).toHaveCount(2);
  const csv = await file(page, region(page, "History").getByRole("button", { name: "Export CSV" }));
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain("\"'=1+1, asked by the works council\"");
  const json = JSON.parse(await file(page, record.getByRole("button", { name: "Export JSON" })));
  expect(json.decisions.map(({ by, plan }) => [by, plan])).toEqual([["Robin Vale", "premium"], ["Robin Vale", "premium"]]);
  await record.getByLabel("Review again in").selectOption("180");
  const ics = await file(page, record.getByRole("button", { name: "Download a reminder" }));
  expect(ics).toContain("DTSTART:20270522T120000Z");
  const loaded = await page.evaluate(() => __dc.adapter.load());
  expect(loaded.audit.map(({ note }) => note)).toEqual(["Board decision 7", "=1+1, asked by the works council"]);
});

async function file(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("the words that are mixed up are explained where they are used, by keyboard and pointer", async ({ page }) => {
  await open(page);
  const word = page.getByRole("button", { name: "What “common pattern” means" });
  await word.focus();
  await page.keyboard.press("Enter");
  const note = page.getByRole("note").filter({ hasText: "recurs across many customers" });
  await expect(note).toBeVisible();
  await expect(note).toContainText("Stated by the vendor");
  const box = await note.boundingBox();
  const size = page.viewportSize();
  expect(box.x >= 0 && box.x + box.width <= size.width).toBe(true);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await page.getByRole("button", { name: "What “de-identified” means" }).click();
  await expect(page.getByRole("note").filter({ hasText: "our assumption" })).toBeVisible();
  await expect(page.getByText("What contributing improves for everyone")).toBeVisible();
  await expect(page.getByText("What your organization keeps regardless")).toBeVisible();
});

test("the keyboard alone excludes a space, reviews and saves it", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Exclude data" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Exclude data" });
  const search = dialog.getByRole("searchbox");
  const reach = async (target) => {
    for (let step = 0; step < 40; step++) {
      if (await target.evaluate((element) => element === element.getRootNode().activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("The keyboard does not reach it.");
  };
  await reach(search);
  await page.keyboard.type("web");
  await reach(dialog.getByRole("checkbox", { name: /Web shop/ }));
  await page.keyboard.press("Space");
  await reach(dialog.getByRole("button", { name: "Exclude data" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Review changes" }).focus();
  await page.keyboard.press("Enter");
  const review = page.getByRole("dialog", { name: "Review changes" });
  await reach(review.getByRole("button", { name: "Save changes" }));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await saved(page))?.inAppData.exceptions).toEqual([{ kind: "space", id: "space-web" }]);
});

for (const colorScheme of ["light", "dark"]) {
  for (const name of ["Find sensitive spaces", "Exclude data", "Review changes", "Save changes"]) {
    test(`axe finds nothing to complain about: ${colorScheme}, ${name}`, async ({ browser, baseURL }) => {
      test.setTimeout(90_000);
      const page = await browser.newPage({ baseURL, colorScheme, bypassCSP: true });
      await open(page);
      await choose(page, "Exclude", /Web shop/);
      await page.getByText("What if we change plans?").click();
      await page.getByRole("button", { name }).click();
      if (name === "Save changes") await expect(list(page, "History")).toBeVisible();
      else await expect(page.getByRole("dialog", { name })).toBeVisible();
      expect(await accessibility(page)).toEqual([]);
      await page.close();
    });
  }
}
