// No words without an entry in every locale: those around the page module, which src/ui/locale does not hold.
import { readFileSync, readdirSync } from "node:fs";
import { demoWords, languages } from "../../www/demo-words.js";
import { chosen, locales, words } from "../../www/words.js";
import { expect, ready, test } from "./fixtures.js";

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
/** The page's own locales, as its table says. */
const ofPage = [...source("src/ui/locale/mod.rs").matchAll(/Locale \{ id: "([\w-]+)"/g)].map(([, id]) => id);

/** The ids of all words of a row. */
function ids(row, path = "") {
  return Object.entries(row).flatMap(([name, word]) => (typeof word === "object" ? ids(word, `${path}${name}.`) : [`${path}${name}`]));
}

test("every locale of the page has every word around it, too", () => {
  expect(ofPage).toContain("en");
  expect(locales()).toEqual(ofPage);
  expect(languages().map(([id]) => id)).toEqual(ofPage);
  for (const row of [words, demoWords]) {
    for (const locale of ofPage) {
      expect(ids(row(locale)), locale).toEqual(ids(row("en")));
      for (const word of ids(row(locale)).map((id) => id.split(".").reduce((at, name) => at[name], row(locale)))) {
        expect(typeof word === "function" ? word(1, 2) : word, locale).toMatch(/\S/);
      }
    }
  }
});

test("a tag falls back to its language, then to English", () => {
  const rows = { en: 1, de: 2, "pt-br": 3 };
  expect(["de-AT", "DE", "pt-BR", "pt", "xx", "constructor", "", undefined].map((tag) => chosen(rows, tag))).toEqual(["de", "de", "pt-br", "en", "en", "en", "en", "en"]);
});

/** Gives a file a further locale, in which every word stands in brackets. */
async function bracketed(page, file) {
  const more = `
    const bracketed = (word) => typeof word === "function" ? (...parts) => "[" + word(...parts) + "]" : typeof word === "object" ? Object.fromEntries(Object.entries(word).map(([name, word]) => [name, bracketed(word)])) : "[" + word + "]";
    table.xx = bracketed(table.en);
    for (const step of Object.values(table.xx.tour ?? {})) step[Symbol.iterator] = () => [step[0], step[1]].values();`;
  await page.route(`**/${file}`, (route) => route.fulfill({ contentType: "text/javascript", body: source(`www/${file}`) + more }));
}

/** What can be read in a part of the page and stands in no brackets. */
const bare = (part) =>
  part.evaluate((part) => {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode.textContent.trim());
    return texts.filter((text) => text && !/^\[.*\]$/s.test(text));
  });

test("the demo's bar and its tour take every word from the locale", async ({ page }) => {
  await bracketed(page, "demo-words.js");
  await page.goto("/?locale=xx");
  await ready(page, "engine");
  await expect(page.locator("html")).toHaveAttribute("lang", "xx");
  // Names of plans are the vendor's, those of languages their own.
  const names = ["Free", "Standard", "Premium", "Enterprise", ...languages().map(([, name]) => name)];
  expect(await bare(page.locator("header.demo"))).toEqual(names);
  await expect(page.locator("header.demo")).toHaveAttribute("aria-label", "[Demo]");
  await page.getByRole("button", { name: "[Take the tour]" }).click();
  for (let step = 1; step <= 5; step++) {
    await expect(page.locator(".tour")).toContainText(`[Step ${step} of 5]`);
    expect(await bare(page.locator(".tour"))).toEqual([]);
    await page.locator(".tour button").last().click();
  }
  await page.getByLabel("[Language]").selectOption("en");
  await expect(page.getByRole("button", { name: "Take the tour", exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the message after a panic, and the frame's name, take every word from the locale", async ({ page, problems }) => {
  problems.allow(/unreachable|RuntimeError/);
  await bracketed(page, "words.js");
  await page.goto("/harness.html?fail=panic&locale=xx");
  const message = page.getByRole("alert");
  await expect(message).toHaveText(/^\[This page stopped working/);
  expect(await bare(message)).toEqual([]);
  await page.goto("/harness.html?mode=iframe&locale=xx");
  await expect(page.locator("iframe")).toHaveAttribute("title", "[Data contribution]");
});

test("every code of an error stands in the documents, with what to do", () => {
  const scripts = readdirSync(new URL("../../www/", import.meta.url)).filter((name) => name.endsWith(".js") && name !== "faulty.js");
  const thrown = scripts.flatMap((name) => [...source(`www/${name}`).matchAll(/failure\("([a-z-]+)"/g)].map(([, code]) => code));
  const worded = [...source("www/failures.js").matchAll(/^ {2}"?([a-z-]+)"?: "/gm)].map(([, code]) => code);
  expect(worded.length).toBeGreaterThan(8);
  const documents = ["embedding", "adapter"].map((name) => source(`www/docs/${name}.md`)).join("\n");
  expect([...new Set([...thrown, ...worded])].filter((code) => !new RegExp(`[\`"]${code}[\`"]`).test(documents))).toEqual([]);
});
