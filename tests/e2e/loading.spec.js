// What the loader does when a part does not arrive as it should: every cause is told by its own code, with its cure.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { headersFor, policies } from "../../scripts/headers.mjs";
import { serveFolders } from "../../scripts/serve.mjs";
import { expect, ready, test } from "./fixtures.js";

const integrity = JSON.parse(readFileSync(new URL("../../dist/integrity.json", import.meta.url), "utf8"));
const nameOf = (pattern) => Object.keys(integrity).find((path) => pattern.test(path));
const PAGE = /\/assets\/page_bg-\w+\.wasm/;
const GLUE = /\/assets\/page-\w+\.js/;
const ENGINE = /\/assets\/worker_bg-\w+\.wasm/;

const wrong = (pattern) => ({ integrity: { ...integrity, [nameOf(pattern)]: `sha384-${"A".repeat(64)}` } });
const answered = (pattern, change) => (page) => page.context().route(pattern, change);
const policy = (change) => async (page) => {
  await page.context().route("**/blank.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": change(policies.static) } });
  });
};
const cut = async (route) => route.fulfill({ contentType: "application/wasm", body: (await (await route.fetch()).body()).subarray(0, 5000) });

/** What load() comes to on a page that has nothing but the policy: "loaded", or code and message. */
async function loaded(page, options = {}, address = "/fixtures/blank.html") {
  await page.goto(address);
  return page.evaluate(async (options) => {
    const { load } = await import("/data-contribution.js");
    return load(options).then(() => ({ code: "loaded" }), ({ code, message }) => ({ code, message }));
  }, options);
}

test("a part that is not there is asked for twice and then named", async ({ page, context, problems, requests }) => {
  problems.allow(/404/);
  await context.route(ENGINE, (route) => route.fulfill({ status: 404 }));
  expect(await loaded(page)).toEqual({ code: "not-found", message: expect.stringMatching(/worker_bg-\w+\.wasm is not there \(404\): copy the whole package/) });
  expect(requests.filter(({ url }) => ENGINE.test(url))).toHaveLength(2);
});

test("a fault that passes is no failure", async ({ page, context, problems }) => {
  problems.allow(/503|ERR_FAILED/);
  const faults = [(route) => route.fulfill({ status: 503 }), (route) => route.abort()];
  await context.route(ENGINE, (route) => (faults.length > 1 ? faults.shift()(route) : route.continue()));
  await context.route(GLUE, (route) => (faults.length === 1 ? faults.pop()(route) : route.continue()));
  expect(await loaded(page)).toEqual({ code: "loaded" });
});

test("after a failure, another call starts anew", async ({ page, context, problems }) => {
  problems.allow(/404/);
  let there = false;
  await context.route(ENGINE, (route) => (there ? route.continue() : route.fulfill({ status: 404 })));
  expect(await loaded(page)).toMatchObject({ code: "not-found" });
  there = true;
  expect(await page.evaluate(async () => (await import("/data-contribution.js")).load().then(() => "loaded"))).toBe("loaded");
});

test("a server that refuses and one that cannot be reached are told apart", async ({ page, context, problems }) => {
  problems.allow(/403|ERR_/);
  await context.route(ENGINE, (route) => route.fulfill({ status: 403 }));
  expect(await loaded(page)).toMatchObject({ code: "server-status" });
  await context.unroute(ENGINE);
  await context.route(ENGINE, (route) => route.abort());
  expect(await loaded(page)).toMatchObject({ code: "unreachable" });
});

test("a module under a wrong type is used if it is one, and the host is told", async ({ page, context }) => {
  await context.route(PAGE, async (route) => route.fulfill({ response: await route.fetch(), headers: { "Content-Type": "text/plain" } }));
  await page.goto("/fixtures/host.html");
  await ready(page);
  await expect.poll(() => page.evaluate(() => heard.filter(({ type }) => type === "dc-error"))).toMatchObject([
    { detail: { code: "wrong-type", message: expect.stringContaining("is served as text/plain, must be application/wasm"), fatal: false } },
  ]);
});

test("a page that stands in a part's place is a wrong type", async ({ page, context, problems }) => {
  problems.allow(/MIME|Failed to load/i);
  const html = { status: 200, contentType: "text/html", body: "<!doctype html><title>Sign in</title>" };
  await context.route(ENGINE, (route) => route.fulfill(html));
  expect(await loaded(page)).toMatchObject({ code: "wrong-type", message: expect.stringContaining("served as text/html") });
  await context.unroute(ENGINE);
  await context.route(GLUE, (route) => route.fulfill(html));
  expect(await loaded(page)).toMatchObject({ code: "wrong-type", message: expect.stringContaining("must be text/javascript") });
});

test("a file that is cut short is no module", async ({ page, context, problems }) => {
  problems.allow(/./);
  await context.route(ENGINE, cut);
  expect(await loaded(page)).toMatchObject({ code: "bad-module" });
});

test("integrity that fits is no hindrance, and one that does not is named, for modules and scripts", async ({ page, problems }) => {
  problems.allow(/integrity/);
  expect(await loaded(page, { integrity })).toEqual({ code: "loaded" });
  for (const pattern of [/worker_bg/, /page_bg/, /page-\w+\.js/]) {
    const name = nameOf(pattern);
    expect(await loaded(page, wrong(pattern)), name).toEqual({
      code: "integrity",
      message: expect.stringContaining(`${name} is not the file that integrity was given for`),
    });
  }
});

for (const [title, change, code] of [
  ["without wasm-unsafe-eval", (policy) => policy.replace(" 'wasm-unsafe-eval'", ""), "csp-wasm"],
  ["without worker-src", (policy) => policy.replace("worker-src 'self'", "worker-src 'none'"), "worker-blocked"],
  ["without the Trusted Types policy", (policy) => policy.replace("trusted-types data-contribution", "trusted-types 'none'"), "worker-blocked"],
]) {
  test(`a policy ${title} is named`, async ({ page, problems }) => {
    problems.allow(/./);
    await policy(change)(page);
    expect(await loaded(page)).toMatchObject({ code });
  });
}

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  expect(await loaded(page)).toMatchObject({ code: "no-webassembly" });
});

/** An element on a page that has nothing but the policy, after load() with these options: what it says and shows. */
async function withElement(page, options = {}) {
  await page.goto("/fixtures/blank.html");
  await page.evaluate(async (options) => {
    await import("/fixtures/heard.js");
    const { organization } = await import("/fixtures/organization.js");
    const { define, load } = await import("/data-contribution.js");
    load(options).catch(() => {}); // the element says what is wrong
    define();
    document.body.append(Object.assign(document.createElement("data-contribution"), { organization, now: "2026-11-23T09:00:00Z" }));
  }, options);
  const errors = () => page.evaluate(() => heard.filter(({ type }) => type === "dc-error").map(({ detail }) => detail));
  await expect.poll(async () => (await errors()).length).toBeGreaterThan(0);
  return errors();
}

for (const [title, code, fatal, arrange, options] of [
  ["no engine", "not-found", false, answered(ENGINE, (route) => route.fulfill({ status: 404 }))],
  ["no page module", "not-found", true, answered(PAGE, (route) => route.fulfill({ status: 404 }))],
  ["a refusal", "server-status", false, answered(ENGINE, (route) => route.fulfill({ status: 403 }))],
  ["no connection", "unreachable", false, answered(ENGINE, (route) => route.abort())],
  ["a page in a module's place", "wrong-type", false, answered(ENGINE, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }))],
  ["half an engine", "bad-module", false, answered(ENGINE, cut)],
  ["half a page module", "bad-module", true, answered(PAGE, cut)],
  ["another engine", "integrity", false, undefined, wrong(/worker_bg/)],
  ["another page module", "integrity", true, undefined, wrong(/page_bg/)],
  ["other styles", "integrity", false, undefined, wrong(/styles-\w+\.css/)],
  ["a policy without wasm-unsafe-eval", "csp-wasm", true, policy((text) => text.replace(" 'wasm-unsafe-eval'", ""))],
  ["a policy without worker-src", "worker-blocked", false, policy((text) => text.replace("worker-src 'self'", "worker-src 'none'"))],
  ["a browser without WebAssembly", "no-webassembly", true, (page) => page.addInitScript(() => delete globalThis.WebAssembly)],
  ["no worker script", "worker-load", false, undefined, { worker: "/no-such-worker.js" }],
  ["a worker script elsewhere", "worker-origin", false, undefined, { worker: "https://elsewhere.example/worker.js" }],
]) {
  test(`the element tells its host of ${title}, and how to mend it`, async ({ page, problems }) => {
    problems.allow(/./);
    await arrange?.(page);
    const errors = await withElement(page, options);
    expect(new Set(errors.map(({ code, fatal }) => `${code} ${fatal}`))).toEqual(new Set([`${code} ${fatal}`]));
    for (const { message } of errors) expect(message, "what is wrong, and what to do").toMatch(/^[A-Z“/h].{30,}\.$/);
    if (fatal) await expect(page.getByRole("alert").getByRole("button", { name: "Reload" })).toBeVisible();
    else await expect(page.getByRole("switch", { name: "In-app data contribution" })).toBeEnabled();
  });
}

test("without the engine the settings work, and the preview says why it cannot", async ({ page, context, problems }) => {
  problems.allow(/404/);
  await context.route(ENGINE, (route) => route.fulfill({ status: 404 }));
  await page.goto("/fixtures/host.html");
  await ready(page);
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 unsaved change" })).toBeVisible();
  await expect(page.getByText(/preview engine cannot be started: a file of it is not there/i)).toBeVisible();
  const errors = await page.evaluate(() => heard.filter(({ type }) => type === "dc-error").map(({ detail }) => detail));
  expect(errors).toEqual([{ code: "not-found", message: expect.stringContaining("copy the whole package"), fatal: false }]);
});

test("module, styles and samples may come from another origin; the worker stays at home", async ({ page }) => {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const shared = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
  const other = await serveFolders(0, [dist], (path) => ({ ...headersFor(path), ...shared }));
  const policy = policies.static.replace("script-src 'self'", `script-src 'self' ${other.address}`).replace("connect-src 'self'", `connect-src 'self' ${other.address}`);
  const home = await serveFolders(0, [dist, "pages"], (path) => ({ ...headersFor(path), ...(path.endsWith(".html") && { "Content-Security-Policy": policy }) }));
  expect(await loaded(page, { base: other.address, worker: "/worker.js", integrity }, `${home.address}/fixtures/blank.html`)).toEqual({ code: "loaded" });
  const from = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes(".wasm")));
  expect(from).toHaveLength(2);
  expect(from.every((name) => name.startsWith(other.address)), from.join()).toBe(true);
  expect(page.workers().map((worker) => worker.url())).toEqual([`${home.address}/worker.js`]);
  other.server.close();
  home.server.close();
});

test("a Response and a Module are taken as they are", async ({ page, requests }) => {
  await page.goto("/fixtures/blank.html");
  const outcome = await page.evaluate(async ([pageFile, engineFile]) => {
    const { detect, load } = await import("/data-contribution.js");
    const engine = await WebAssembly.compileStreaming(fetch(`/${engineFile}`));
    await load({ page: await fetch(`/${pageFile}`), engine });
    return (await detect("mia@example.org")).length;
  }, [nameOf(/page_bg/), nameOf(/worker_bg/)]);
  expect(outcome).toBe(1);
  for (const pattern of [PAGE, ENGINE]) expect(requests.filter(({ url }) => pattern.test(url))).toHaveLength(1);
});

test("names and addresses of the parts say the same", async () => {
  const { located, named } = await import("../../www/assets.js");
  const base = new URL("../../www/", import.meta.url).href;
  globalThis.location ??= { href: "file:///" };
  for (const part of ["page", "pageWasm", "engineWasm", "worker", "samples", "styles"]) {
    expect(located(part, base)).toEqual(located(part));
  }
  located("styles").forEach((address, index) => expect(address.endsWith(named("styles", index))).toBe(true));
});
