// The engine sees every record, so it must not be able to tell anybody: every way out of a worker is tried, from inside it.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { serve } from "../../scripts/serve.mjs";
import { expect, ready, test } from "./fixtures.js";

/** Tries every way out, towards one origin. Runs inside a worker; gives the names of what was tried. */
async function escape(origin) {
  const tried = [];
  const to = (way) => `${origin}/escaped/${way}`;
  const attempt = async (way, go) => {
    tried.push(way);
    try {
      await Promise.race([go(to(way)), new Promise((resolve) => setTimeout(resolve, 300))]);
    } catch {
      // Stopped, which is what the server must confirm.
    }
  };
  const request = (method, async) => (url) =>
    new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.onloadend = resolve;
      xhr.open(method, url, async);
      xhr.send(method === "POST" ? "text" : undefined);
      if (!async) resolve();
    });
  await attempt("fetch", (url) => fetch(url));
  await attempt("fetch-no-cors", (url) => fetch(url, { method: "POST", mode: "no-cors", body: "text", keepalive: true }));
  await attempt("xhr", request("GET", true));
  await attempt("xhr-post", request("POST", true));
  await attempt("xhr-sync", request("GET", false));
  await attempt("websocket", (url) => {
    const socket = new WebSocket(url.replace("http", "ws"));
    return new Promise((resolve) => (socket.onerror = socket.onopen = resolve));
  });
  await attempt("eventsource", (url) => {
    const source = new EventSource(url);
    return new Promise((resolve) => (source.onerror = source.onopen = resolve));
  });
  await attempt("import", (url) => import(url));
  await attempt("importscripts", (url) => importScripts(url));
  await attempt("font", (url) => new FontFace("escape", `url(${url})`).load());
  const worker = (source) => {
    const nested = new Worker(source);
    return new Promise((resolve) => (nested.onerror = nested.onmessage = resolve));
  };
  await attempt("worker", (url) => worker(url));
  await attempt("worker-own-script", () => worker("/worker.js?escaped"));
  const code = (url) => `fetch(${JSON.stringify(url)}).finally(() => postMessage(1))`;
  await attempt("worker-data", (url) => worker(`data:text/javascript,${encodeURIComponent(code(url))}`));
  await attempt("worker-blob", (url) => worker(URL.createObjectURL(new Blob([code(url)], { type: "text/javascript" }))));
  await attempt("eval", (url) => (0, eval)(code(url)));
  await attempt("cache", async (url) => (await caches.open("escape")).add(url));
  if (globalThis.WebTransport) await attempt("webtransport", (url) => new WebTransport(url.replace("http", "https")).ready);
  if (navigator.sendBeacon) await attempt("beacon", async (url) => navigator.sendBeacon(url, "text"));
  if (globalThis.RTCPeerConnection) {
    await attempt("webrtc", async (url) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] });
      peer.createDataChannel("escape");
      await peer.setLocalDescription(await peer.createOffer());
    });
  }
  return tried;
}

/** A server that notes whatever reaches it, and answers everything. */
async function listener(script) {
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(request.url);
    const type = { "/": "text/html", "/worker.js": "text/javascript" }[request.url] ?? "text/javascript";
    response.writeHead(200, { "Content-Type": type, "Access-Control-Allow-Origin": "*" });
    response.end(request.url === "/worker.js" ? script : "");
  });
  let connections = 0;
  server.on("connection", () => connections++);
  server.on("upgrade", (request, socket) => {
    hits.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, hits, connections: () => connections, address: `http://127.0.0.1:${server.address().port}` };
}

const escaped = (hits) => [...new Set(hits.filter((url) => url.includes("escaped")).map((url) => url.split("/").pop()))].sort();

test("a worker without the policy gets out by every one of these ways", async ({ page, problems }) => {
  problems.allow(/./);
  const outside = await listener("onmessage = () => {};");
  await page.goto(`${outside.address}/`);
  const [worker] = await Promise.all([page.waitForEvent("worker"), page.evaluate(() => void (globalThis.kept = new Worker("/worker.js")))]);
  await worker.evaluate(escape, outside.address);
  await expect.poll(() => escaped(outside.hits)).toEqual(
    expect.arrayContaining([
      ...["cache", "eval", "eventsource", "fetch", "fetch-no-cors", "font", "import", "importscripts", "websocket", "worker"],
      ...["worker-blob", "worker-data", "worker.js?escaped", "xhr", "xhr-post", "xhr-sync"],
    ]),
  );
  outside.server.close();
});

test("the engine's worker gets out by none of them, neither abroad nor home", async ({ page, problems }) => {
  problems.allow(/./);
  const outside = await listener();
  const home = await serve(0, "pages");
  const atHome = [];
  home.server.on("request", ({ url }) => atHome.push(url));
  home.server.on("upgrade", ({ url }) => atHome.push(url));

  await page.goto(`${home.address}/fixtures/blank.html`);
  await page.evaluate(async () => (await import("/data-contribution.js")).catalog());
  const worker = page.workers().find((worker) => worker.url() === `${home.address}/worker.js`);
  for (const origin of [outside.address, home.address]) {
    const tried = await worker.evaluate(escape, origin);
    expect(tried.length).toBeGreaterThanOrEqual(16);
  }
  await page.waitForTimeout(500);
  expect(outside.hits).toEqual([]);
  expect(outside.connections()).toBe(0);
  expect(escaped(atHome)).toEqual([]);
  // And it still works.
  expect(await page.evaluate(async () => (await import("/data-contribution.js")).detect("mia@example.org"))).toHaveLength(1);
  outside.server.close();
  home.server.close();
});

test("the engine says itself that it is confined, and that it is not where a host does not confine it", async ({ page, problems }) => {
  problems.allow(/./);
  const script = readFileSync(new URL("../../dist/worker.js", import.meta.url));
  const open = await listener(script);
  const probe = async () => {
    const worker = new Worker(globalThis.trustedTypes ? vouch("/worker.js") : "/worker.js");
    const answer = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    worker.postMessage({ kind: "probe" });
    return answer;
    function vouch(url) {
      return trustedTypes.createPolicy("data-contribution", { createScriptURL: (url) => url }).createScriptURL(url);
    }
  };
  await page.goto("/fixtures/blank.html");
  expect(await page.evaluate(probe)).toEqual({ kind: "probe", sandboxed: true });
  await page.goto(`${open.address}/`);
  expect(await page.evaluate(probe)).toEqual({ kind: "probe", sandboxed: false });
  open.server.close();
});

test("after the engine is ready, a full round of editing asks for nothing but static files", async ({ page, requests }) => {
  await page.goto("/?plan=premium");
  await ready(page);
  await ready(page, "engine");
  const listed = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  const before = requests.length;

  const secret = "mia.canary@example.org";
  await page.getByRole("combobox", { name: "Sample record" }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Use your own record" }).click();
  await page.getByRole("textbox", { name: "Your own record" }).fill(`Ask ${secret} about +49 30 901820`);
  await expect(page.getByRole("region", { name: "Original" }).getByRole("mark").or(page.locator("mark")).first()).toBeVisible();
  await page.locator("mark button").first().click();
  await expect(page.getByRole("region", { name: "Why" })).toBeVisible();
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await expect(page.getByRole("region", { name: "In-app data" })).toContainText("EMAIL_ADDRESS");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.waitForTimeout(300);

  const origin = new URL(page.url()).origin;
  for (const { method, url, body } of requests.slice(before)) {
    const { origin: at, pathname, search } = new URL(url);
    expect({ method, at, search, body }, url).toEqual({ method: "GET", at: origin, search: "", body: null });
    expect([...listed, "/worker.js"], url).toContain(pathname);
  }
  expect(JSON.stringify(requests)).not.toContain("canary");
});
