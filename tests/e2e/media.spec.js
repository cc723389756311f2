// The page on paper and under a finger: what is printed is all there and readable, and everything that can be pressed can be hit.
import { expect, ready, test } from "./fixtures.js";

const region = (page, name) => page.getByRole("region", { name, exact: true });

async function saved(page) {
  await page.goto("/harness.html?plan=standard&seed=1");
  await ready(page, "engine");
  await expect(region(page, "In-app data")).toContainText("PERSON_1");
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("textbox").last().fill("Agreed with the works council");
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(region(page, "Decision record")).toContainText("Agreed with the works council");
}

test("decision record and history are printed whole, without what can only be pressed", async ({ page }) => {
  await saved(page);
  await page.emulateMedia({ media: "print" });
  const record = region(page, "Decision record");
  await expect(record).toBeVisible();
  await expect(region(page, "History").getByRole("row").filter({ hasText: "Agreed with the works council" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeHidden();
  await expect(record.getByRole("button").first()).toBeHidden();
  await expect(region(page, "Original")).toBeHidden();
  const pdf = await page.pdf({ format: "A4", printBackground: false });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
  expect(pages, "a decision and its history are no book").toBeLessThanOrEqual(3);
});

test("on paper nothing is wider than the sheet", async ({ page }) => {
  await saved(page);
  await page.getByRole("region", { name: "Receipt" }).locator("summary").click();
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText(/SHA-256/);
  // A4 with Chromium's margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("everything that can be pressed is at least 24 pixels wide and high, or stands apart", async ({ page }) => {
    await page.goto("/harness.html?plan=standard");
    await ready(page, "engine");
    await expect(page.getByRole("region", { name: "Original" })).toContainText("Summary");
    const small = await page.evaluate(() => {
      const root = document.querySelector("data-contribution").shadowRoot;
      const seen = [...root.querySelectorAll("button, summary, select, input:not([type=file]), a[href], [role=switch], [role=tab]")].filter((of) => of.checkVisibility());
      const boxes = seen.map((of) => {
        // A label is as good a target as its control.
        const { x, y, width, height } = (of.closest("label") ?? of).getBoundingClientRect();
        return { of, x: x + width / 2, y: y + height / 2, width, height };
      });
      // WCAG 2.2, 2.5.8: smaller ones count where a circle of 24 pixels around them meets no other; those within a text are excepted.
      const crowded = (one) =>
        (one.width < 24 || one.height < 24) &&
        !one.of.closest(".dc-text, p, li.dc-changes__item") &&
        boxes.some((other) => {
          if (other.of === one.of || other.of.contains(one.of) || one.of.contains(other.of)) return false;
          const dx = Math.max(0, Math.abs(other.x - one.x) - other.width / 2);
          const dy = Math.max(0, Math.abs(other.y - one.y) - other.height / 2);
          return Math.hypot(dx, dy) < 12;
        });
      return boxes.filter(crowded).map(({ of, width, height }) => `${of.className} ${of.getAttribute("aria-label") ?? of.textContent} ${Math.round(width)}x${Math.round(height)}`);
    });
    expect(small).toEqual([]);
  });

  test("a word of the glossary is explained by a tap and leaves by another", async ({ page }) => {
    await page.goto("/harness.html?plan=standard");
    await ready(page);
    const term = page.getByRole("button", { name: /^What “metadata” means/i }).first();
    await term.tap();
    const tip = page.locator(".dc-tip__note:popover-open");
    await expect(tip).toContainText(/vendor|our assumption/i);
    const box = await tip.boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.touchscreen.tap(380, 780);
    await expect(tip).toBeHidden();
  });

  test("a finding's way opens by a tap, and nothing moves sideways", async ({ page }) => {
    await page.goto("/harness.html?plan=standard");
    await ready(page, "engine");
    await region(page, "Original").locator("mark button").first().tap();
    await expect(region(page, "Why").getByRole("heading").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
