// The page in the looks of its host: Atlassian's own tokens in light and dark, parts, and hosts whose rules are meant for everything.
import { createRequire } from "node:module";
import { accessibility, drawn, expect, ready, test } from "./fixtures.js";

const require = createRequire(new URL("consumers/package.json", import.meta.url));
const theme = (name) => require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`).default;
const part = (page, name) => page.locator(`[part="${name}"]`).first();

/** A host's page with a style sheet of its own. */
async function open(page, css) {
  await page.route("**/fixtures/host.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  await page.route("**/fixtures/host.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</head>", '<link rel="stylesheet" href="host.css" /></head>') });
  });
  await page.goto("/fixtures/host.html");
  await ready(page);
  await expect(page.locator('[data-lane="in-app-data"]').first()).toBeVisible();
  await drawn(page);
}

const dress = (page, mode) =>
  page.evaluate((mode) => {
    Object.assign(document.documentElement.dataset, { colorMode: mode, theme: "light:light dark:dark spacing:spacing typography:typography shape:shape" });
  }, mode);
const token = (page, name) =>
  page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

test("the themes of @atlaskit/tokens flow in, and switching between them is seen at once", async ({ page }) => {
  await open(page, ["atlassian-light", "atlassian-dark", "atlassian-spacing", "atlassian-typography", "atlassian-shape"].map(theme).join("\n"));
  const seen = {};
  for (const mode of ["light", "dark", "light"]) {
    await dress(page, mode);
    const root = page.locator(".dc-root");
    await expect(root).toHaveAttribute("data-color-mode", mode);
    await expect(root).toHaveCSS("color", await token(page, "--ds-text"));
    await expect(root).toHaveCSS("background-color", await token(page, "--ds-surface"));
    await page.getByRole("switch", { name: "In-app data contribution" }).hover();
    expect(await accessibility(page), mode).toEqual([]);
    seen[mode] = await root.evaluate((element) => getComputedStyle(element).color);
  }
  expect(seen.light).not.toBe(seen.dark);
});

test("a host's single token and its parts are heard", async ({ page }) => {
  await open(page, "data-contribution { --ds-text: rgb(1, 2, 3); } data-contribution::part(button) { border-radius: 13px; } data-contribution::part(header) { outline: 1px solid rgb(4, 5, 6); }");
  await expect(page.locator(".dc-root")).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(part(page, "button")).toHaveCSS("border-radius", "13px");
  await expect(part(page, "header")).toHaveCSS("outline-color", "rgb(4, 5, 6)");
});

test("every part that is documented is there", async ({ page }) => {
  await page.goto("/harness.html?plan=standard");
  await ready(page, "engine");
  const manifest = require("../../../www/custom-elements.json");
  const names = manifest.modules[1].declarations[0].cssParts.map(({ name }) => name);
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  const there = async () => page.evaluate(() => [...new Set([...__dc.elements[0].shadowRoot.querySelectorAll("[part]")].map((element) => element.getAttribute("part")))]);
  const found = new Set(await there());
  await page.getByRole("button", { name: "Review changes" }).click();
  for (const name of await there()) found.add(name);
  expect([...found].sort()).toEqual(names.sort());
});

/** What can be seen of the page: places, sizes and looks of its controls. */
const looks = (page) =>
  page.locator("data-contribution").evaluate((element) => {
    const of = (node) => {
      const { width, height } = node.getBoundingClientRect();
      const { color, display, fontFamily, fontSize, letterSpacing, lineHeight, textAlign, textTransform } = getComputedStyle(node);
      return [node.className, Math.round(width), Math.round(height), color, display, fontFamily, fontSize, letterSpacing, lineHeight, textAlign, textTransform].join(" | ");
    };
    return [...element.shadowRoot.querySelectorAll("h1, h2, .dc-button, .dc-switch, .dc-select, .dc-card, .dc-lane__head, .dc-mark__button")].slice(0, 60).map(of);
  });

const HOSTILE = {
  "rules for everything": "* { all: unset; }",
  "a huge base size": "html { font-size: 40px; } body { font-size: 60px; line-height: 3; letter-spacing: 0.5em; }",
  "a tiny base size": "html { font-size: 62.5%; }",
  "shouting": "* { text-transform: uppercase !important; color: red !important; font: 40px cursive !important; text-align: right !important; white-space: pre !important; }",
  "boxes and buttons of its own": "* { box-sizing: content-box; margin: 20px; } button, select, section, mark, dialog, summary { display: none !important; } .dc-root, .dc-button { display: none; }",
};

test("no rule of a host leaks in", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 9000 }); // what is out of sight has an estimated height only
  await open(page, "body { margin: 0; } main, data-contribution { inline-size: 1000px; }");
  const plain = await looks(page);
  expect(plain.length).toBeGreaterThan(20);
  for (const [name, css] of Object.entries(HOSTILE)) {
    await page.unrouteAll();
    await open(page, `${css} html, body, head, main { display: block !important; margin: 0 !important; } head { display: none !important; } main, data-contribution { display: block; inline-size: 1000px !important; margin: 0 !important; }`);
    expect(await looks(page), name).toEqual(plain);
  }
});

test("nothing leaks out", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const before = await page.evaluate(() => [document.adoptedStyleSheets.length, document.styleSheets.length, document.head.children.length, Object.keys(globalThis).filter((name) => !name.startsWith("__")).join()]);
  const after = await page.evaluate(async () => {
    const { memoryAdapter, mount } = await import("/data-contribution.js");
    const host = document.body.appendChild(document.createElement("section"));
    const probe = document.body.appendChild(Object.assign(document.createElement("button"), { className: "dc-button", textContent: "host" }));
    const ready = new Promise((resolve) => host.addEventListener("dc-ready", resolve));
    const look = () => JSON.stringify([...getComputedStyle(probe)].filter((name) => name !== "--dc-rem").map((name) => getComputedStyle(probe).getPropertyValue(name)));
    const plain = look();
    await mount(host, { adapter: memoryAdapter(), now: "2026-11-23T09:00:00Z" });
    await ready;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { same: look() === plain, counts: [document.adoptedStyleSheets.length, document.styleSheets.length, document.head.children.length, Object.keys(globalThis).filter((name) => !name.startsWith("__")).join()] };
  });
  expect(after).toEqual({ same: true, counts: before });
});
