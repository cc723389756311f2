// Where settings are kept. No page and no browser is needed for most of it: an adapter is an object with two methods.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "./fixtures.js";
import { httpAdapter, memoryAdapter } from "../../www/adapters.js";
import { schedule } from "./schedules.js";
import { answer, listen, memoryStore } from "./settings-server.mjs";

const settings = (coverage, ...spaces) => ({
  version: 1,
  metadata: "on",
  inAppData: { coverage, exceptions: spaces.map((id) => ({ kind: "space", id })) },
});

test("no confirmed save is lost and none is reported that the server has not, in 1,000 schedules of two clients with faults", async () => {
  test.setTimeout(120_000);
  const started = process.cpuUsage();
  const total = { applied: 0, confirmed: 0, refused: {}, faults: new Set() };
  const broken = [];
  for (let seed = 0; seed < 1000; seed++) {
    const { applied, confirmed, refused, faults } = await schedule(seed);
    const at = (revision) => applied.findIndex((save) => save.revision === revision);
    for (const save of confirmed) {
      const held = JSON.stringify(applied[at(save.revision)]?.settings);
      if (held !== JSON.stringify(save.settings)) broken.push(`schedule ${seed}: ${save.revision} was confirmed and the server has ${held}`);
    }
    // What comes after a save was based on it: nobody wrote over it without having been told of it.
    applied.forEach(({ basis }, index) => {
      if (basis !== (index === 0 ? null : applied[index - 1].revision)) broken.push(`schedule ${seed}: a save was lost`);
    });
    total.applied += applied.length;
    total.confirmed += confirmed.length;
    for (const code of refused) total.refused[code] = (total.refused[code] ?? 0) + 1;
    for (const fault of faults) total.faults.add(fault);
  }
  // Of the processor, not of the clock on the wall: other tests run at the same time.
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  console.log(`1,000 schedules in ${seconds.toFixed(1)} s:`, total.applied, "applied,", total.confirmed, "confirmed,", JSON.stringify(total.refused));
  expect(broken).toEqual([]);
  expect(seconds).toBeLessThan(30);
  expect(total.confirmed).toBeGreaterThan(1000);
  expect(Object.keys(total.refused)).toEqual(expect.arrayContaining(["conflict", "forbidden", "offline", "server", "unconfirmed"]));
  expect([...total.faults].map(String)).toEqual(expect.arrayContaining(["late-request", "lost-answer", "twice", "429", "500-after", "cut-body"]));
});

test("the same seed gives the same schedule", async () => {
  expect(await schedule(7)).toEqual(await schedule(7));
});

/** The reference server behind a door that misbehaves as told, request by request. */
async function faulty(faults = [], options = {}) {
  const requests = [];
  const { server, store, url } = await listen(0, memoryStore(), options);
  const [handle] = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", async (request, response) => {
    const fault = faults.shift();
    requests.push(request.method);
    if (typeof fault === "number") return response.writeHead(fault, fault === 429 ? { "Retry-After": "1" } : {}).end();
    if (fault === "drop") return request.socket.destroy();
    if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, 400));
    if (fault === "drop-after") {
      // The server has applied the write, and the connection ends before anything of the answer is out.
      response.writeHead = () => response;
      response.end = () => request.socket.destroy();
    }
    if (fault === "500-after") {
      const write = response.writeHead.bind(response);
      response.writeHead = () => write(500);
    }
    handle(request, response);
    // The same request once more, as a proxy does that tries again: what the client gets is the second answer.
    if (fault === "twice") {
      const { end, writeHead } = response;
      Object.assign(response, { writeHead: () => response, end: () => response });
      await new Promise((resolve) => request.once("end", () => setTimeout(resolve, 20)));
      Object.assign(response, { end, writeHead });
      const body = JSON.stringify({ settings: store.settings });
      const again = answer({ method: request.method, headers: request.headers, body }, store);
      response.writeHead(again.status, again.headers).end(again.body);
    }
  });
  const waits = [];
  const wait = async (milliseconds) => void waits.push(milliseconds);
  const adapter = httpAdapter({ url, headers: { "X-Portal": "1" }, wait });
  return { adapter, store, requests, waits, url, close: () => (server.closeAllConnections(), server.close()) };
}

test("the http adapter loads, saves, and finds a conflict", async () => {
  const { adapter, store, close } = await faulty();
  expect(await adapter.load()).toEqual({ settings: null, revision: null });
  const first = await adapter.save(settings("on"), { revision: null, note: "why" });
  const second = await adapter.save(settings("off"), first);
  expect(await adapter.load()).toMatchObject({ settings: settings("off"), revision: second.revision, audit: [{ note: "why" }, {}] });
  const stale = adapter.save(settings("on"), first);
  await expect(stale).rejects.toMatchObject({ code: "conflict", current: { settings: settings("off"), revision: second.revision } });
  expect(store.settings).toEqual(settings("off"));
  close();
});

test("it reads again after a fault, and waits as long as it is told", async () => {
  const { adapter, waits, close } = await faulty([429, "drop", 404]);
  expect(await adapter.load()).toEqual({ settings: null, revision: null });
  expect(waits).toEqual([1000, 1000]);
  close();
});

test("it reports a save whose answer was lost only if the server holds it", async () => {
  for (const fault of ["drop-after", "500-after"]) {
    const { adapter, requests, close } = await faulty([fault]);
    expect(await adapter.save(settings("on", "1", "2"), { revision: null }), fault).toEqual({ revision: '"1"' });
    expect(requests).toEqual(["PUT", "GET"]);
    close();
  }
  for (const fault of ["drop", 500, 503]) {
    const { adapter, store, requests, close } = await faulty([fault]);
    await expect(adapter.save(settings("on"), { revision: null })).rejects.toMatchObject({ code: "unconfirmed" });
    expect(requests).toEqual(["PUT", "GET"]);
    expect(store.settings).toBe(null);
    close();
  }
});

test("a write that somebody on the way repeats is one save, and no conflict with itself", async () => {
  const { adapter, store, requests, close } = await faulty(["twice"]);
  expect(await adapter.save(settings("on"), { revision: null })).toEqual({ revision: '"1"' });
  expect([store.version, requests]).toEqual([1, ["PUT", "GET"]]);
  close();
});

test("it waits for a slow answer", async () => {
  const { adapter, close } = await faulty(["slow", "slow"]);
  expect(await adapter.save(settings("on"), { revision: null })).toEqual({ revision: '"1"' });
  expect((await adapter.load()).revision).toBe('"1"');
  close();
});

test("it names a refusal, and writes again only after a 429", async () => {
  for (const [status, code] of [[401, "forbidden"], [403, "forbidden"], [400, "server"], [413, "server"]]) {
    const { adapter, requests, close } = await faulty([status]);
    await expect(adapter.save(settings("on"), { revision: null })).rejects.toMatchObject({ code, status });
    expect(requests).toEqual(["PUT"]);
    close();
  }
  const { adapter, requests, waits, close } = await faulty([429]);
  expect(await adapter.save(settings("on"), { revision: null })).toEqual({ revision: '"1"' });
  expect([requests, waits]).toEqual([["PUT", "PUT"], [1000]]);
  close();
  const busy = await faulty([429, 429, 429]);
  await expect(busy.adapter.save(settings("on"), { revision: null })).rejects.toMatchObject({ code: "server", status: 429, retryAfter: 1000 });
  expect(busy.requests).toHaveLength(3);
  busy.close();
});

test("the reference server keeps who may do what, and what a save must say", async () => {
  const who = ({ authorization }) => (authorization ? { name: "Robin Vale", mayRead: true, mayWrite: authorization === "Bearer admin" } : null);
  const store = memoryStore();
  const ask = (method, headers = {}, body) => answer({ method, headers: { "content-type": "application/json", ...headers }, body }, store, { who }).status;
  const body = JSON.stringify({ settings: settings("on") });
  const admin = { authorization: "Bearer admin" };
  expect(ask("GET")).toBe(401);
  expect(ask("GET", { authorization: "Bearer reader" })).toBe(404);
  expect(ask("PUT", { authorization: "Bearer reader", "if-none-match": "*" }, body)).toBe(403);
  expect(ask("PUT", admin, body)).toBe(428);
  expect(ask("PUT", { ...admin, "if-match": '"0"' }, body)).toBe(412);
  expect(ask("PUT", { ...admin, "if-none-match": "*" }, '{"settings": {"version": 2}}')).toBe(400);
  expect(ask("PUT", { ...admin, "if-none-match": "*", "content-type": "text/plain" }, body)).toBe(415);
  expect(ask("PUT", { ...admin, "if-none-match": "*" }, body)).toBe(204);
  expect(ask("DELETE", admin)).toBe(405);
  expect(store.audit).toMatchObject([{ by: "Robin Vale", settings: settings("on") }]);
});

test("the reference server is short enough to copy", () => {
  const source = readFileSync(new URL("settings-server.mjs", import.meta.url), "utf8");
  expect(source.split("\n").length).toBeLessThan(150);
});

const consumers = createRequire(new URL("consumers/package.json", import.meta.url));
const openapi = JSON.parse(readFileSync(new URL("../../www/schema/openapi.json", import.meta.url), "utf8"));

test("the description of the wire is valid OpenAPI, and the reference server answers by it", async () => {
  const { Validator } = await import(consumers.resolve("@seriousme/openapi-schema-validator"));
  const kept = JSON.parse(readFileSync(new URL("../../www/schema/settings.json", import.meta.url), "utf8"));
  const validator = new Validator();
  validator.addSpecRef({ ...kept, $id: undefined }, "settings.json");
  expect(await validator.validate(structuredClone(openapi))).toMatchObject({ valid: true });
  const Ajv = consumers("ajv/dist/2020.js").default;
  const ajv = new Ajv({ strict: false, formats: { "date-time": true } });
  ajv.addSchema(kept, "settings.json");
  ajv.addSchema(openapi, "openapi.json");

  const store = memoryStore();
  const { get, put } = openapi.paths["/settings"];
  const asked = (operation, request) => {
    const result = answer({ headers: {}, ...request }, store);
    const described = operation.responses[result.status];
    expect(described, `${request.method} answers ${result.status}`).toBeDefined();
    const resolved = described.$ref ? openapi.components.responses[described.$ref.split("/").pop()] : described;
    for (const name of Object.keys(resolved.headers ?? {})) expect(result.headers, `${result.status}`).toHaveProperty(name);
    const content = Object.values(resolved.content ?? {})[0];
    if (content) {
      const name = content.schema.$ref;
      expect(ajv.validate(`openapi.json${name}`, JSON.parse(result.body)), JSON.stringify(ajv.errors)).toBe(true);
    } else expect(result.body).toBe("");
    return result;
  };
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({ settings: settings("on", "WEB"), note: "why" });
  expect(ajv.validate(`openapi.json${put.requestBody.content["application/json"].schema.$ref}`, JSON.parse(body))).toBe(true);
  asked(get, { method: "GET" });
  asked(put, { method: "PUT", headers: json, body });
  asked(put, { method: "PUT", headers: { ...json, "if-none-match": "*" }, body: "{}" });
  asked(put, { method: "PUT", headers: { ...json, "if-none-match": "*" }, body });
  asked(put, { method: "PUT", headers: { ...json, "if-none-match": "*" }, body });
  asked(get, { method: "GET" });
});

test("the memory adapter refuses a stale revision and tells what holds", async () => {
  const adapter = memoryAdapter();
  const first = await adapter.load();
  expect(first).toEqual({ settings: null, revision: null });
  const { revision } = await adapter.save(settings("on"), first);
  await expect(adapter.save(settings("off"), first)).rejects.toMatchObject({
    code: "conflict",
    current: { settings: settings("on"), revision },
  });
  await adapter.save(settings("off"), { revision });
  expect((await adapter.load()).settings).toEqual(settings("off"));
});
