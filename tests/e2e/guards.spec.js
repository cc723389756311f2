// Nothing that was typed or chosen is lost by a step inside the page: dialogs that close, files that take a text's place, conflicts.
import { expect, ready, test } from "./fixtures.js";

const region = (page, name) => page.getByRole("region", { name, exact: true });

async function open(page, query = "plan=standard") {
  await page.goto(`/harness.html?${query}`);
  await ready(page, "engine");
}

test("a note outlives its dialog, and a save by the bar takes it along", async ({ page }) => {
  await open(page);
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.getByRole("button", { name: "Review changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Review changes" });
  await dialog.getByRole("textbox").fill("Asked by legal");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue("Asked by legal");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(region(page, "Decision record")).toContainText("Asked by legal");
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(dialog.getByRole("textbox"), "the next decision has its own").toHaveValue("");
});

test("places that were chosen are still chosen when the dialog is opened again, and not for the other list", async ({ page }) => {
  await open(page);
  const opener = page.getByRole("button", { name: /^(Ex|In)clude data$/ }).first();
  await opener.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").first().check();
  await expect(dialog.getByText("1 chosen")).toBeVisible();
  await page.keyboard.press("Escape");
  await opener.click();
  await expect(dialog.getByText("1 chosen")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await opener.click();
  await expect(dialog.getByText("0 chosen")).toBeVisible();
});

test("a record that was typed comes back after a file took its place, until it is cleared", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use your own record" }).click();
  const box = page.getByRole("textbox", { name: "Your own record" });
  await box.fill("Typed for an hour about Mia Krüger");
  await page.locator(".dc-own input[type=file]").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("From a file") });
  await expect(box).toHaveValue("From a file");
  await page.getByRole("button", { name: "Bring back the text before" }).click();
  await expect(box).toHaveValue("Typed for an hour about Mia Krüger");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByRole("button", { name: "Bring back the text before" })).toBeHidden();
  expect(await page.evaluate(() => document.querySelector("data-contribution").shadowRoot.textContent)).not.toContain("Mia Krüger");
});

test("a policy that was written comes back after something else was opened", async ({ page }) => {
  await open(page);
  const rules = region(page, "Rules and assumptions");
  await rules.getByText("The policy as a document").click();
  const box = rules.getByRole("textbox", { name: "Policy" });
  await box.fill('{ "threshold": 80 }');
  await rules.locator(".dc-policy input[type=file]").setInputFiles({ name: "p.json", mimeType: "application/json", buffer: Buffer.from('{ "threshold": 10 }') });
  await expect(box).toHaveValue('{ "threshold": 10 }');
  await rules.getByRole("button", { name: "Bring back the text before" }).click();
  await expect(box).toHaveValue('{ "threshold": 80 }');
});

test("a draft that gave way to what somebody else saved can be brought back", async ({ page }) => {
  await open(page, "plan=standard&scenario=conflict");
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Take what is saved" }).click();
  await expect(page.getByRole("button", { name: "Review changes" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Review changes" })).toBeVisible();
});
