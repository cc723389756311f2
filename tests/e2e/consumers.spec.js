// The package folder in other people's projects: plain files, Vite with React and with Vue, webpack, TypeScript. Each is built by its own
// tool (consumers/build.mjs checks the package with publint, are-the-types-wrong and tsc first) and served under the portal's policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { policies } from "../../scripts/headers.mjs";
import { serveFolders } from "../../scripts/serve.mjs";
import { build, built } from "./consumers/build.mjs";
import { expect, ready, test } from "./fixtures.js";

const require = createRequire(new URL("consumers/package.json", import.meta.url));
const folder = new URL("../../dist/npm/", import.meta.url);
const text = (path) => readFileSync(new URL(path, folder), "utf8");

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  await build();
});

/** Vue makes a Trusted Types policy of its own. */
const portal = (name) => (name === "vue" ? policies.portal.replace(/trusted-types data-contribution$/, "$& vue") : policies.portal);

const headers = (name) => (path) => {
  if (/worker.*\.js$/.test(path)) return { "Content-Security-Policy": "default-src 'none'; script-src 'wasm-unsafe-eval'" };
  return /(\/|\.html)$/.test(path) ? { "Content-Security-Policy": `${portal(name)}; img-src 'self'` } : {};
};

for (const name of ["plain", "react", "vue", "webpack"]) {
  test(`${name}: the page, the preview and the host's own state, under the portal's policy`, async ({ page, problems }) => {
    problems.allow(/favicon/); // the fixtures have none
    const { server, address } = await serveFolders(0, [join(built, name)], headers(name));
    await page.goto(`${address}/`);
    await ready(page, "engine");
    await expect(page.getByRole("heading", { level: 1, name: "Data contribution" })).toBeVisible();
    await expect(page.locator('[data-lane="in-app-data"]').first()).toBeVisible();
    await expect(page.locator("#dirty")).toHaveText("false");
    await page.getByRole("switch", { name: "In-app data contribution" }).click();
    await expect(page.locator("#dirty")).toHaveText("true");
    // Properties arrived as properties, and the engine's worker is confined here as well.
    await expect(page.getByText("Northwind Trading").first()).toBeVisible();
    expect(page.workers()).toHaveLength(1);
    server.close();
  });
}

test("importing and defining on a server does nothing", async () => {
  const module = await import(new URL("data-contribution.js", folder));
  module.define();
  await import(new URL("define.js", folder));
  await import(new URL("frame.js", folder));
  expect(Object.keys(module)).toEqual(expect.arrayContaining(["batch", "catalog", "define", "detect", "httpAdapter", "load", "mount", "preview"]));
  expect(globalThis.customElements).toBeUndefined();
});

test("custom-elements.json is valid and says what the element has", async () => {
  const manifest = JSON.parse(text("custom-elements.json"));
  const Ajv = require("ajv");
  const ajv = new Ajv.default({ strict: false });
  expect(ajv.validate(require("custom-elements-manifest/schema.json"), manifest), JSON.stringify(ajv.errors)).toBe(true);

  const { elementClass } = await import("../../www/element.js");
  const element = elementClass({});
  const { attributes, members, events, cssParts } = manifest.modules[1].declarations[0];
  expect(attributes.map(({ name }) => name)).toEqual(element.observedAttributes);
  const own = Object.getOwnPropertyNames(element.prototype).filter((name) => !/^constructor$|Callback$/.test(name));
  expect(members.map(({ name }) => name).sort()).toEqual(own.sort());
  const types = text("data-contribution.d.ts");
  expect([...types.matchAll(/^ {2}"(dc-[a-z]+)":/gm)].map(([, name]) => name)).toEqual(events.map(({ name }) => name));
  const theming = readFileSync(new URL("../../www/docs/theming.md", import.meta.url), "utf8");
  for (const { name } of cssParts) expect(theming).toContain(`\`${name}\``);
});

test("every file of the package has its integrity value, and every export is a file", async () => {
  const { createHash } = await import("node:crypto");
  const values = JSON.parse(text("integrity.json"));
  for (const [path, value] of Object.entries(values)) {
    expect(`sha384-${createHash("sha384").update(readFileSync(new URL(path, folder))).digest("base64")}`, path).toBe(value);
  }
  const files = JSON.parse(text("package.json")).exports;
  const paths = Object.values(files).flatMap((value) => (typeof value === "string" ? [value] : Object.values(value)));
  for (const path of paths) expect(readFileSync(new URL(path, folder)).length, path).toBeGreaterThan(0);
  for (const path of ["harness.js", "index.html", "offline.js", "northwind.js"]) expect(values).not.toHaveProperty([path]);
});
