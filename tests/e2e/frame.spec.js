// The page in a frame: a host whose own policy allows no WebAssembly, and hosts that mean no good.
import { policies } from "../../scripts/headers.mjs";
import { expect, ready, test } from "./fixtures.js";

const guest = (page) => page.frameLocator("iframe");
const inApp = (page) => guest(page).getByRole("switch", { name: "In-app data contribution" });
const heard = (page, type) => page.evaluate((type) => heard.filter((event) => event.type === type).map(({ detail }) => detail), type);

/** The host's page under the strictest policy for hosts that frame. */
async function open(page, { query = "", policy = policies.framing, wait = true } = {}) {
  await page.route(/\/fixtures\/frame\.html/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto(`/fixtures/frame.html${query}`);
  if (wait) await ready(page);
}

/** embed.html with another list of hosts and other ancestors. */
async function served(page, { hosts, ancestors }) {
  await page.route("**/embed.html*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('name="data-contribution-hosts" content="self"', `name="data-contribution-hosts" content="${hosts}"`);
    const policy = policies.iframe.replace("frame-ancestors 'self'", `frame-ancestors ${ancestors}`);
    await route.fulfill({ response, body, headers: { ...response.headers(), "content-security-policy": policy } });
  });
}

test("the page works in a frame of a host without WebAssembly, and is as high as what stands in it", async ({ page, problems }) => {
  problems.allow(/favicon|img-src/);
  await open(page);
  await expect(guest(page).getByRole("heading", { level: 1, name: "Data contribution" })).toBeVisible();
  await expect(guest(page).locator('[data-lane="in-app-data"]').first()).toBeVisible();
  const heights = async () => {
    const inside = await guest(page).locator("data-contribution").evaluate((element) => element.getBoundingClientRect().height);
    const outside = await page.locator("iframe").evaluate((element) => element.getBoundingClientRect().height);
    return Math.abs(inside - outside);
  };
  await expect.poll(heights).toBeLessThanOrEqual(1);
  await guest(page).getByRole("button", { name: "Use your own record" }).click();
  await expect.poll(heights).toBeLessThanOrEqual(1);
});

test("changes, saves and conflicts go over the port to the host's adapter", async ({ page, problems }) => {
  problems.allow(/favicon|img-src/);
  await open(page);
  await inApp(page).click();
  await expect.poll(() => heard(page, "dc-change")).toMatchObject([{ isDirty: true, draft: { inAppData: { coverage: "on" } } }]);
  expect(await page.evaluate(async () => [(await handle).isDirty(), (await handle).settings().inAppData.coverage])).toEqual([true, "on"]);
  await guest(page).getByRole("button", { name: "Save changes" }).click();
  const dialog = guest(page).getByRole("dialog");
  // However far down the page is, the dialog opens where the reader looks.
  await expect(dialog).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: /save|confirm/i }).click();
  await expect.poll(() => heard(page, "dc-saved")).toMatchObject([{ revision: "1" }]);
  expect(await page.evaluate(() => adapter.load())).toMatchObject({ revision: "1", settings: { inAppData: { coverage: "on" } } });
  expect(await heard(page, "dc-save")).toMatchObject([{ revision: null, settings: { version: 1 } }]);
});

test("theme, locale and tokens of the host go along, and so do later changes", async ({ page, problems }) => {
  problems.allow(/favicon|img-src|style-src/);
  await open(page, { policy: `${policies.framing}; style-src 'self'` });
  await page.evaluate(() => {
    document.documentElement.style.setProperty("--ds-text", "rgb(1, 2, 3)");
    document.documentElement.style.setProperty("--ds-surface", "url(https://canary.example/x)");
    document.documentElement.dataset.colorMode = "dark";
  });
  const root = guest(page).locator(".dc-root");
  await expect(root).toHaveAttribute("data-color-mode", "dark");
  await expect(root).toHaveCSS("color", "rgb(1, 2, 3)");
  expect(await guest(page).locator("html").evaluate((html) => html.style.getPropertyValue("--ds-surface"))).toBe("");
  await page.evaluate(async () => (await handle).update({ locale: "ar" }));
  await expect(root).toHaveAttribute("dir", "rtl");
});

test("a host on another origin connects if it is on the list, and is told if it is not", async ({ page, baseURL, problems }) => {
  problems.allow(/favicon|img-src|loopback|ERR_|Failed to load/);
  await page.context().grantPermissions(["local-network-access"]).catch(() => {});
  const port = new URL(baseURL).port;
  const src = `http://localhost:${port}/embed.html`;
  const policy = policies.framing.replace("frame-src 'self'", `frame-src http://localhost:${port}`);
  await served(page, { hosts: baseURL, ancestors: baseURL });
  await open(page, { query: `?src=${src}`, policy });
  await expect(guest(page).getByRole("heading", { level: 1 })).toBeVisible();

  await page.unroute("**/embed.html*");
  await served(page, { hosts: "https://portal.example", ancestors: baseURL });
  await open(page, { query: `?src=${src}`, policy, wait: false });
  expect(await page.evaluate(() => handle)).toEqual({ code: "frame-refused" });
  await expect(guest(page).getByText("not on its list of hosts")).toBeVisible();
  await expect(guest(page).locator("data-contribution")).toHaveCount(0);
  expect(await heard(page, "dc-error")).toMatchObject([{ code: "frame-refused", message: expect.stringContaining("data-contribution-hosts"), fatal: true }]);
});

test("opened by itself it shows nothing but a sentence", async ({ page }) => {
  await page.goto("/embed.html");
  await expect(page.getByText("stands in a frame of another one")).toBeVisible();
  await expect(page.locator("data-contribution")).toHaveCount(0);
  expect(page.workers()).toEqual([]);
});

test.describe("a hostile parent", () => {
  const connect = (page, message, ports = 1) =>
    page.evaluate(
      ([message, ports]) => {
        const channels = Array.from({ length: ports }, () => new MessageChannel());
        globalThis.port = channels[0]?.port1;
        globalThis.replies = [];
        if (port) port.onmessage = ({ data }) => replies.push(JSON.parse(data));
        document.querySelector("iframe").contentWindow.postMessage(message, "*", channels.map(({ port2 }) => port2));
      },
      [message, ports],
    );
  const types = (page) => page.evaluate(() => replies.map(({ type }) => type));
  const said = (page) => page.evaluate(() => globalThis.said.map(({ data }) => data));

  test.beforeEach(async ({ page, problems }) => {
    problems.allow(/favicon|img-src/);
    await open(page, { query: "?connect=none", wait: false });
    await expect.poll(() => said(page)).toEqual([{ type: "dc-hello", versions: [1] }]);
  });

  test("learns nothing before it has connected, and only version 1 with one port connects", async ({ page }) => {
    for (const [message, ports] of [[{ type: "dc-connect", version: 2 }, 1], [{ type: "dc-connect", version: 1 }, 0], [{ type: "dc-connect", version: 1 }, 2]]) {
      await connect(page, message, ports);
    }
    await expect.poll(() => said(page)).toEqual([{ type: "dc-hello", versions: [1] }, ...Array(3).fill({ type: "dc-refused", code: "version" })]);
    await connect(page, { type: "dc-connect", version: 1 });
    await expect.poll(() => types(page)).toEqual(["welcome"]);
    // The first port holds; another one hears nothing.
    await connect(page, { type: "dc-connect", version: 1 });
    await page.waitForTimeout(300);
    expect(await types(page)).toEqual([]);
  });

  test("cannot speak for the parent from another frame", async ({ page }) => {
    await page.evaluate(() => {
      const other = document.body.appendChild(document.createElement("iframe"));
      other.src = "/embed.html?other";
      return new Promise((resolve) => (other.onload = resolve));
    });
    const other = page.frames().find((frame) => frame.url().endsWith("?other"));
    await other.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      globalThis.replies = [];
      port1.onmessage = ({ data }) => replies.push(data);
      parent.frames[0].postMessage({ type: "dc-connect", version: 1 }, "*", [port2]);
    });
    await page.waitForTimeout(300);
    expect(await other.evaluate(() => replies)).toEqual([]);
    expect(await said(page)).toEqual(Array(2).fill({ type: "dc-hello", versions: [1] }));
  });

  test("is ignored where it sends what is unknown, no text, too long, or meant to reach elsewhere", async ({ page }) => {
    await connect(page, { type: "dc-connect", version: 1 });
    await expect.poll(() => types(page)).toEqual(["welcome"]);
    await page.evaluate(() => {
      for (const message of ["", "{", "null", "[]", '"text"', '{"type":"eval","code":"1"}', '{"type":"toString"}', '{"type":"__proto__"}', '{"type":"answer","id":1,"ok":{}}']) port.postMessage(message);
      for (const message of [null, 5, { type: "options", patch: {} }, new Uint8Array(10)]) port.postMessage(message);
      port.postMessage(`{"type":"options","patch":{"locale":"${"x".repeat(8_000_000)}"}}`);
    });
    await expect.poll(() => types(page)).toEqual(["welcome", "refused"]);
    expect(await page.evaluate(() => replies.at(-1))).toEqual({ type: "refused", code: "too-large", longest: 8_000_000 });
    await expect(guest(page).locator("data-contribution")).toHaveCount(0);

    const patch = { organization: { id: "1", name: "Evil", plans: [] }, innerHTML: "<b>x</b>", className: "x", adapter: "x", onclick: "x", __proto__: { polluted: true }, constructor: 1, theme: "dark" };
    await page.evaluate((text) => port.postMessage(text), `{"type":"options","patch":{"innerHTML":"<b>x</b>","className":"x","adapter":"x","__proto__":{"polluted":true},"organization":${JSON.stringify(patch.organization)},"theme":"dark"},"tokens":{"--ds-text":"red;} * { color: blue","--ds-link":"url(/x)","color":"red","--ds-border":"rgb(9, 8, 7)"}}`);
    await expect(guest(page).locator("data-contribution")).toHaveCount(1);
    const state = await guest(page).locator("data-contribution").evaluate((element) => ({
      inner: element.innerHTML,
      name: element.className,
      adapter: element.adapter ?? null,
      polluted: {}.polluted ?? null,
      style: document.documentElement.getAttribute("style"),
      theme: element.theme,
    }));
    expect(state).toEqual({ inner: "", name: "", adapter: null, polluted: null, style: "--ds-border: rgb(9, 8, 7); color-scheme: dark;", theme: "dark" });
  });

  test("that answers with nonsense gets a page that says what it could not read", async ({ page }) => {
    await connect(page, { type: "dc-connect", version: 1 });
    await page.evaluate(() => {
      port.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        replies.push(message);
        if (message.type === "load") port.postMessage(JSON.stringify({ type: "answer", id: message.id, ok: { settings: { version: 99 }, revision: {} } }));
      };
      port.postMessage(JSON.stringify({ type: "options", adapter: "one", patch: { organization, now: "2026-11-23T09:00:00Z" } }));
    });
    await expect.poll(() => page.evaluate(() => replies.filter(({ event }) => event === "dc-error").map(({ detail }) => detail.code))).toEqual(["settings-not-understood"]);
    await expect(guest(page).getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("a hostile guest cannot make the host hear what is no event of the page", async ({ page, problems }) => {
  problems.allow(/favicon|img-src|404/);
  await page.route("**/embed.html*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("./guest.js", "./evil.js") });
  });
  await page.route("**/evil.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `parent.postMessage({ type: "dc-hello", versions: [1] }, "*");
        addEventListener("message", ({ ports: [port] }) => {
          const say = (message) => port.postMessage(typeof message === "string" ? message : JSON.stringify(message));
          say({ type: "welcome" });
          say({ type: "event", event: "click", detail: {} });
          say({ type: "event", event: "dc-save", detail: {} });
          say({ type: "height", pixels: 1e9 }); say({ type: "height", pixels: "50; x" }); say({ type: "constructor" });
          say("x".repeat(3_000_000));
          say({ type: "event", event: "dc-ready" });
        });`,
    }),
  );
  await open(page);
  expect(await page.evaluate(() => heard.map(({ type }) => type))).toEqual(["dc-ready"]);
  expect(await page.locator("iframe").evaluate((element) => element.style.blockSize)).toBe("960px");
});
