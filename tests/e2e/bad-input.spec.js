// Bad input: each gives a clear refusal or a correct preview, nothing in it is ever executed, and the next input is answered.
import { badInputs } from "./bad-inputs.js";
import { expect, test } from "./fixtures.js";

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
