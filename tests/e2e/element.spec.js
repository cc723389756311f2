// <data-contribution> in somebody's page. In the first part a stand-in for the page module notes what the element asks of it.
import { readFileSync } from "node:fs";
import { expect, ready, test } from "./fixtures.js";

const standIn = readFileSync(new URL("pages/fixtures/page.js", import.meta.url), "utf8");
const draft = { version: 1, metadata: "on", inAppData: { coverage: "on", exceptions: [] } };

test.describe("what the element asks of the page module", () => {
  test.beforeEach(async ({ page, context }) => {
    const type = { "Content-Type": "text/javascript" };
    await context.route(/\/assets\/page-\w+\.js/, (route) => route.fulfill({ headers: type, body: standIn }));
    await page.goto("/fixtures/host.html");
    await ready(page);
  });

  const calls = (page, name) => page.evaluate((name) => globalThis.calls.filter(([called]) => called === name), name);

  test("properties that were set before the definition arrive with the mount", async ({ page }) => {
    const [[, , options], ...more] = await calls(page, "mount");
    expect(more).toEqual([]);
    expect(options).toMatchObject({ organization: { id: "org-1" }, now: "2026-11-23T09:00:00Z", readonly: false });
    expect(options).not.toHaveProperty("adapter");
  });

  test("changes of one turn are passed on together, and taking away is said", async ({ page }) => {
    await page.evaluate(() => {
      const element = document.querySelector("data-contribution");
      element.now = "2026-12-01T00:00:00Z";
      element.organization = organization("free");
      element.locale = "de";
      element.toggleAttribute("readonly", true);
      element.seed = undefined;
    });
    const updates = await calls(page, "update");
    expect(updates).toEqual([
      ["update", 1, { now: "2026-12-01T00:00:00Z", organization: expect.anything(), locale: "de", readonly: true, seed: null }],
    ]);
    await expect(page.locator(".dc-root")).toHaveAttribute("lang", "de");
    await page.evaluate(() => document.querySelector("data-contribution").setAttribute("locale", "ar"));
    await expect(page.locator(".dc-root")).toHaveAttribute("dir", "rtl");
  });

  test("moving keeps the page, however it is done", async ({ page }) => {
    await page.evaluate(async () => {
      const element = document.querySelector("data-contribution");
      document.body.append(element);
      document.querySelector("main").moveBefore(element, null);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await calls(page, "mount")).toHaveLength(1);
    expect(await calls(page, "unmount")).toHaveLength(0);
  });

  test("leaving frees everything but the draft, which is there on return", async ({ page }) => {
    const live = await page.evaluate(async (draft) => {
      const { live } = await import("/data-contribution.js");
      const element = document.querySelector("data-contribution");
      Object.assign(pages.get(1), { settings: draft, dirty: true });
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const gone = live();
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [gone.surfaces, live().surfaces, element.isDirty];
    }, draft);
    expect(live).toEqual([0, 1, true]);
    expect(await calls(page, "unmount")).toHaveLength(1);
    expect((await calls(page, "mount"))[1]).toEqual(["mount", 2, expect.objectContaining({ draft })]);
  });

  test("a save goes to the adapter, unless a listener answers or forbids it", async ({ page }) => {
    const outcomes = await page.evaluate(async (draft) => {
      const { host } = pages.get(1);
      const save = (settings, revision) =>
        host.save(settings, { revision, note: "n" }).catch(({ code, current }) => (current ? { code, current } : { code }));
      const element = document.querySelector("data-contribution");
      const once = (listener) => document.addEventListener("dc-save", listener, { once: true });
      const byAdapter = await save(draft, null);
      const conflict = await save(draft, null);
      once((event) => event.respondWith(Promise.resolve({ revision: "portal-7" })));
      const byHost = await save(draft, "1");
      once((event) => event.respondWith(Promise.reject(Object.assign(new Error(), { code: "forbidden" }))));
      const refused = await save(draft, "1");
      once((event) => event.preventDefault());
      const canceled = await save(draft, "1");
      element.adapter = undefined;
      await new Promise((resolve) => setTimeout(resolve, 50));
      const nobody = await pages.get(globalThis.lastId).host.save(draft, { revision: null }).catch(({ code }) => ({ code }));
      return { byAdapter, conflict, byHost, refused, canceled, nobody };
    }, draft);
    expect(outcomes).toEqual({
      byAdapter: { revision: "1" },
      conflict: { code: "conflict", current: { settings: draft, revision: "1" } },
      byHost: { revision: "portal-7" },
      refused: { code: "forbidden" },
      canceled: { code: "canceled" },
      nobody: { code: "no-adapter" },
    });
    const saves = await page.evaluate(() => heard.filter(({ type }) => type === "dc-save"));
    expect(saves[0].detail).toEqual({ settings: draft, revision: null, note: "n" });
  });

  test("a theme of auto follows the host, then the system; a given one follows neither", async ({ page }) => {
    const root = page.locator(".dc-root");
    await expect(root).toHaveAttribute("data-color-mode", "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(root).toHaveAttribute("data-color-mode", "dark");
    await page.evaluate(() => (document.documentElement.dataset.colorMode = "light"));
    await expect(root).toHaveAttribute("data-color-mode", "light");
    await page.evaluate(() => (document.querySelector("data-contribution").theme = "dark"));
    await expect(root).toHaveAttribute("data-color-mode", "dark");
  });

  test("a page module that breaks is replaced by a message, and comes back with the draft", async ({ page }) => {
    const again = await page.evaluate((draft) => {
      const other = document.createElement("data-contribution");
      document.body.append(other);
      pages.get(1).host.emit("dc-change", { draft, isDirty: true });
      return new Promise((resolve) => other.addEventListener("dc-ready", () => resolve(true)));
    }, draft);
    expect(again).toBe(true);
    await page.evaluate(() => {
      breakPage();
      document.querySelector("data-contribution").focus();
    });
    await expect(page.getByRole("alert")).toHaveCount(2);
    const fatal = await page.evaluate(() => heard.filter(({ type, detail }) => type === "dc-error" && detail.fatal));
    expect(fatal.map(({ detail }) => detail.code)).toEqual(["page-broke", "page-broke"]);
    await page.getByRole("button", { name: "Reload" }).first().click();
    await expect(page.getByRole("heading", { name: "Data contribution" })).toHaveCount(2);
    expect((await calls(page, "mount")).slice(2).map(([, , options]) => options.draft)).toEqual([draft, undefined]);
  });

  test("mount() needs no definition and its handle frees what it made", async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const { live, memoryAdapter, mount } = await import("/data-contribution.js");
      const host = document.createElement("section");
      document.body.append(host);
      const heard = [];
      host.addEventListener("dc-ready", () => heard.push("dc-ready"));
      const handle = await mount(host, { organization: organization(), adapter: memoryAdapter() });
      await new Promise((resolve) => setTimeout(resolve, 20));
      handle.update({ readonly: true });
      const during = [live().surfaces, handle.settings(), handle.isDirty()];
      handle.unmount();
      return { heard, during, after: live().surfaces, children: host.children.length };
    });
    expect(outcome).toEqual({ heard: ["dc-ready"], during: [2, null, false], after: 1, children: 0 });
  });

  test("engine calls pass through, newest first for a page that asks again", async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const { host } = pages.get(1);
      const news = [];
      host.onengine = (item) => news.push(item);
      const ask = (input) => host.preview({ input, plan: "free" }).then((text) => JSON.parse(text).records.length, ({ code }) => code);
      const engine = await host.engine();
      const all = await Promise.all([ask("one"), ask("two"), ask("three")]);
      host.forget();
      const after = await ask("four");
      return { engine, all, after, news };
    });
    expect(outcome.engine).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), sandboxed: true });
    expect(outcome.all).toEqual(["superseded", "superseded", 1]);
    expect(outcome.after).toBe(1);
    expect(outcome.news).toEqual([]);
  });
});

test("a page module that does not arrive is a message and an error, and no silence", async ({ page, context, problems }) => {
  problems.allow(/./);
  await context.route(/\/assets\/page-\w+\.js/, (route) => route.fulfill({ status: 404 }));
  await page.goto("/fixtures/host.html");
  await expect(page.getByRole("alert")).toBeVisible();
  const errors = await page.evaluate(() => heard.filter(({ type }) => type === "dc-error").map(({ detail }) => detail));
  expect(errors).toEqual([{ code: "not-found", message: expect.stringMatching(/page-\w+\.js is not there \(404\): copy the whole package/), fatal: true }]);
});

test.describe("the element with the real page", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/fixtures/host.html");
    await ready(page);
  });

  const types = (page) => page.evaluate(() => heard.map(({ type }) => type));

  test("shows the page, and a change and a save reach the host", async ({ page }) => {
    await expect(page.getByRole("heading", { level: 1, name: "Data contribution" })).toBeVisible();
    await page.getByRole("switch", { name: "In-app data contribution" }).click();
    const change = await page.evaluate(() => heard.find(({ type }) => type === "dc-change").detail);
    expect(change).toMatchObject({ isDirty: true, draft: { version: 1, inAppData: { coverage: "on" } } });
    await expect(page.getByRole("status").filter({ hasText: "1 unsaved change" })).toBeVisible();
    await page.getByRole("button", { name: "Save changes" }).click();
    const dialog = page.getByRole("dialog");
    if (await dialog.isVisible()) await dialog.getByRole("button", { name: /save|confirm/i }).click();
    await expect.poll(() => types(page)).toContain("dc-saved");
    const kept = await page.evaluate(() => adapter.load());
    expect(kept).toMatchObject({ revision: "1", settings: { inAppData: { coverage: "on" } } });
  });

  test("a draft survives leaving and returning, and its text does not appear in any event", async ({ page }) => {
    await page.getByRole("button", { name: "Use your own record" }).click();
    await page.getByRole("textbox", { name: "Your own record" }).fill("canary mia@example.org");
    await page.getByRole("switch", { name: "In-app data contribution" }).click();
    await page.evaluate(async () => {
      const element = document.querySelector("data-contribution");
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.append(element);
    });
    await expect(page.getByRole("switch", { name: "In-app data contribution" })).toBeChecked();
    expect(await page.evaluate(() => JSON.stringify(heard))).not.toContain("canary");
  });

  test("two elements with different organizations do not touch each other", async ({ page }) => {
    await page.evaluate(() => {
      const other = document.createElement("data-contribution");
      Object.assign(other, { organization: organization("free"), now: "2026-11-23T09:00:00Z" });
      document.body.append(other);
    });
    const switches = page.getByRole("switch", { name: "In-app data contribution" });
    await expect(switches).toHaveCount(2);
    await expect(switches.nth(0)).not.toBeChecked();
    await expect(switches.nth(1)).toBeChecked();
    await switches.nth(1).click();
    await expect(switches.nth(1)).not.toBeChecked();
    await expect(switches.nth(0)).not.toBeChecked();
  });

  test("fifty mounts leave nothing behind", async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const { live } = await import("/data-contribution.js");
      const element = document.querySelector("data-contribution");
      for (let round = 0; round < 50; round++) {
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.body.append(element);
        await new Promise((resolve) => setTimeout(resolve));
      }
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return live();
    });
    expect(outcome).toMatchObject({ surfaces: 0 });
  });
});
