// The package folder in other people's projects: plain files, Vite with React and with Vue, webpack, TypeScript. Each is built by its own
// tool (consumers/build.mjs checks the package with publint, are-the-types-wrong and tsc first) and served under the portal's policy.
import { mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policies } from "../../scripts/headers.mjs";
import { serveFolders } from "../../scripts/serve.mjs";
import { build, built } from "./consumers/build.mjs";
import { expect, ready, test } from "./fixtures.js";
import { organization } from "./pages/fixtures/organization.js";
import { answer, memoryStore } from "./settings-server.mjs";

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

/** The examples of a document in one language, in order. */
function examples(path, language) {
  const document = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, code]) => code);
}

/** A folder with the two files of an example, and the package where they expect it. */
function written(path, place) {
  const root = mkdtempSync(join(tmpdir(), "data-contribution-"));
  writeFileSync(join(root, "index.html"), examples(path, "html")[0]);
  writeFileSync(join(root, "settings.js"), examples(path, "js")[0]);
  place(root, join(built, "plain/data-contribution"));
  return serveFolders(0, [root], headers("plain"));
}

test("the five minutes of the documents, letter by letter, save into the reference server", async ({ page, problems }) => {
  problems.allow(/favicon|404/); // before the first save the server has nothing
  const store = memoryStore();
  await page.route("**/api/organization", (route) => route.fulfill({ json: organization }));
  await page.route("**/api/data-contribution", async (route) => {
    const { status, headers, body } = answer({ method: route.request().method(), headers: await route.request().allHeaders(), body: route.request().postData() ?? "" }, store);
    await route.fulfill({ status, headers, body });
  });
  const { server, address } = await written("www/docs/embedding.md", (root, files) => symlinkSync(files, join(root, "data-contribution")));
  await page.goto(`${address}/`);
  await expect(page.locator('section[data-lane="in-app-data"]')).toBeVisible(); // a receipt is one of what is shown
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Contribute and save" }).click();
  await expect.poll(() => store.settings?.inAppData.coverage).toBe("on");
  expect(store.audit).toMatchObject([{ plan: "premium", receiptDigest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  server.close();
});

test("the example of README, letter by letter, shows the page and its preview", async ({ page, problems }) => {
  problems.allow(/favicon/);
  const { server, address } = await written("README.md", (root, files) => {
    for (const name of readdirSync(files)) symlinkSync(join(files, name), join(root, name));
  });
  await page.goto(`${address}/`);
  await expect(page.getByText("Northwind Trading").first()).toBeVisible();
  await expect(page.locator('section[data-lane="in-app-data"]')).toBeVisible();
  server.close();
});

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
  for (const name of ["adapter", "embedding", "policies", "testing", "theming"]) expect(text(`docs/${name}.md`), name).toMatch(/^# /);
  for (const path of ["harness.js", "index.html", "offline.js", "northwind.js"]) expect(values).not.toHaveProperty([path]);
});
