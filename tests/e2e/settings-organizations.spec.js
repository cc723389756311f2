// Several organizations: side by side, each with its own adapter, and none left with unsaved changes unasked.
import { accessibility, expect, ready, test } from "./fixtures.js";

test.describe.configure({ timeout: 60_000 });

const inApp = (page) => page.getByRole("switch", { name: "In-app data contribution" });
const row = (page, name) => page.getByRole("table", { name: "Organizations" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

async function open(page) {
  await page.goto("/harness.html?now=2026-11-23T12:00:00Z&seed=1&plan=enterprise");
  await ready(page);
  await page.evaluate(() => {
    const { organization } = __dc.elements[0];
    const settings = (coverage, metadata) => ({ version: 1, metadata, inAppData: { coverage, exceptions: [] } });
    const kept = {
      [organization.id]: { settings: settings("off", "on"), revision: "1" },
      south: { settings: settings("on", "on"), revision: "1" },
      west: { settings: null, revision: null },
    };
    const of = (id) => ({
      load: async () => structuredClone(kept[id]),
      save: async (settings, { revision }) => {
        kept[id] = { settings, revision: `${revision}+` };
        return { revision: kept[id].revision };
      },
    });
    const other = (id, name, plan, more) => ({ ...organization, id, name, plans: [{ app: "jira", plan }], spaces: [], ...more });
    const organizations = [
      organization,
      other("south", "Southwind Freight", "free"),
      other("west", "Westwind Bank", "standard", { exclusions: ["financial-services"] }),
    ];
    globalThis.kept = kept;
    __dc.set({ organizations, adapter: { of, ...of(organization.id) } });
  });
  await expect(row(page, "Southwind Freight")).toContainText("Free");
}

test("every organization stands in the overview with its plan and its settings", async ({ page }) => {
  await open(page);
  await expect(row(page, "Northwind Trading")).toContainText(/Enterprise\s*On\s*Off\s*Shown here/i);
  await expect(row(page, "Southwind Freight")).toContainText(/Free\s*Always contributed\s*On/);
  await expect(row(page, "Westwind Bank")).toContainText("Your organization contributes nothing");
});

test("another organization is shown with its own settings, and a draft is kept where it was made", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Show Southwind Freight" }).click();
  await expect(inApp(page)).toBeChecked();
  await expect(page.getByText("Always contributed").first()).toBeVisible();
  await inApp(page).click();
  await page.getByRole("button", { name: "Show Northwind Trading" }).click();
  const dialog = page.getByRole("dialog", { name: "You have unsaved changes" });
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await page.getByRole("button", { name: "Show Northwind Trading" }).click();
  await dialog.getByRole("button", { name: "Keep them and go" }).click();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  await expect(inApp(page)).not.toBeChecked();
  await page.getByRole("button", { name: "Show Southwind Freight" }).click();
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await page.evaluate(() => [kept.south.settings.inAppData.coverage, kept["org-northwind"].revision])).toEqual(["off", "1"]);
});

test("a draft that is given up is gone for good", async ({ page }) => {
  await open(page);
  await inApp(page).click();
  await page.getByRole("button", { name: "Show Southwind Freight" }).click();
  await page.getByRole("button", { name: "Discard them and go" }).click();
  await expect(inApp(page)).toBeChecked();
  await page.getByRole("button", { name: "Show Northwind Trading" }).click();
  await expect(inApp(page)).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
});

test("axe finds nothing to complain about in the overview and in the question", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, bypassCSP: true });
  await open(page);
  await inApp(page).click();
  await page.getByRole("button", { name: "Show Southwind Freight" }).click();
  await expect(page.getByRole("dialog", { name: "You have unsaved changes" })).toBeVisible();
  expect(await accessibility(page)).toEqual([]);
  await page.close();
});

test("the scenarios show several organizations, a conflict with a choice, and who has no permission", async ({ page }) => {
  await page.goto("/harness.html?scenario=multi-org");
  await ready(page);
  await expect(row(page, "Southwind Freight")).toContainText(/Always contributed\s*On \(default\)/);
  await page.goto("/harness.html?scenario=no-permission");
  await ready(page);
  await expect(page.getByText(/You have no permission to read these settings/)).toBeVisible();
  await expect(inApp(page)).toBeDisabled();
  await page.goto("/harness.html?scenario=conflict&plan=standard");
  await ready(page);
  await inApp(page).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else saved in between" });
  await expect(dialog.getByRole("rowheader", { name: "In-app data contribution" }).or(dialog.getByRole("rowheader", { name: "Confluence" })).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Take all of my draft" }).click();
  await dialog.getByRole("button", { name: "Use this choice" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
});
