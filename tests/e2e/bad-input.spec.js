// Bad input: each gives a clear refusal or a correct preview, nothing in it is ever executed, and the next input is answered.
import { badInputs, image } from "./bad-inputs.js";
import { expect, ready, test } from "./fixtures.js";

for (const { name, text, refused, holds } of badInputs) {
  test(`the engine and ${name}`, async ({ page }) => {
    await page.goto("/fixtures/blank.html");
    // Lone surrogates do not survive the way to the browser as they are.
    const units = text.length < 1000 ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)) : undefined;
    const answer = await page.evaluate(
      async ({ text, units }) => {
        globalThis.ran = () => (globalThis.executed = true);
        const { detect, load, preview } = await import("/data-contribution.js");
        await load();
        const begin = performance.now();
        const input = units ? String.fromCharCode(...units) : text;
        const options = { plan: "free", now: "2026-11-23T09:00:00Z" };
        const outcome = await preview(input, options).then(
          ({ records }) => ({ text: records.flatMap(({ fields }) => fields.map((field) => field.text.contributed)).join("\n") }),
          ({ code }) => ({ code }),
        );
        outcome.text = outcome.text?.slice(0, 100_000);
        const milliseconds = performance.now() - begin;
        const next = await detect("mia@example.org");
        return { ...outcome, milliseconds, next: next.length, executed: globalThis.executed };
      },
      units ? { units } : { text },
    );
    expect(answer.code).toBe(refused);
    if (holds) expect(answer.text).toContain(holds);
    expect(answer).toMatchObject({ next: 1 });
    expect(answer.executed).toBeUndefined();
    expect(answer.milliseconds).toBeLessThan(5_000);
  });
}

test.describe("the page", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => (globalThis.ran = () => (globalThis.executed = true)));
    await page.goto("/harness.html?plan=free");
    await ready(page, "engine");
    await page.getByRole("button", { name: "Use your own record" }).click();
  });

  const box = (page) => page.getByRole("textbox", { name: "Your own record" });
  const leaving = (page) => page.getByRole("region", { name: "In-app data" });

  /** Puts text into the box as a paste does: whole, and without a key press for each letter. */
  const paste = (page, text) =>
    box(page).evaluate((element, text) => {
      element.value = text;
      element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertFromPaste" }));
    }, text);

  for (const { name, text, holds } of badInputs.filter(({ name }) => name !== "lone surrogates")) {
    test(`keeps ${name}, executes none of it, and answers the next input`, async ({ page }) => {
      test.slow(text.length > 1_000_000);
      await paste(page, text);
      if (holds) await expect(leaving(page)).toContainText("EMAIL_ADDRESS");
      // A text box makes one kind of line end of all.
      const kept = text.replaceAll("\r\n", "\n");
      expect(await box(page).evaluate((element, kept) => element.value === kept, kept)).toBe(true);
      await paste(page, "Ask mia.next@example.org about it");
      await expect(leaving(page)).toContainText("Ask EMAIL_ADDRESS about it");
      expect(await page.evaluate(() => globalThis.executed)).toBeUndefined();
    });
  }

  test("says of an image that it is no text, and keeps what was typed", async ({ page }) => {
    await paste(page, "Ask mia@example.org");
    await expect(leaving(page)).toContainText("Ask EMAIL_ADDRESS");
    const data = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], "record.png", { type: "image/png" }));
      return transfer;
    }, [...image]);
    await box(page).dispatchEvent("drop", { dataTransfer: data });
    await expect(page.getByText(/not text|no text/i).first()).toBeVisible();
    await expect(box(page)).toHaveValue("Ask mia@example.org");
  });
});
