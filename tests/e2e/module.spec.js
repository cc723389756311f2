// data-contribution.js as a host uses it that wants the engine without the page.
import { expect, test } from "./fixtures.js";

const settings = (coverage, ...spaces) => ({
  version: 1,
  metadata: "on",
  inAppData: { coverage, exceptions: spaces.map((id) => ({ kind: "space", id })) },
});

test("importing defines nothing and needs no DOM", async ({ page }) => {
  expect(globalThis.HTMLElement).toBeUndefined();
  await page.goto("/fixtures/blank.html");
  const defined = await page.evaluate(async () => {
    await import("/data-contribution.js");
    return customElements.get("data-contribution") !== undefined || document.body.children.length > 0;
  });
  expect(defined).toBe(false);
  expect(page.workers()).toEqual([]);
});

test("a sample is previewed by its id, and their one file is fetched once", async ({ page, requests }) => {
  await page.goto("/fixtures/blank.html");
  const [turn, comment, code] = await page.evaluate(async () => {
    const { preview } = await import("/data-contribution.js");
    const of = (sample) => preview(undefined, { sample, plan: "standard", now: "2026-11-23" });
    return [(await of("rovo-chat-turn")).records[0].product, (await of("jira-comment")).records[0].product, await of("nobody").catch((error) => error.code)];
  });
  expect([turn, comment, code]).toEqual(["rovo", "jira", "unknown-sample"]);
  expect(requests.filter(({ url }) => url.includes("samples"))).toHaveLength(1);
});

test("two loads at once instantiate once", async ({ page, requests }) => {
  await page.goto("/fixtures/blank.html");
  await page.evaluate(async () => {
    const { load } = await import("/data-contribution.js");
    await Promise.all([load(), load()]);
    await load();
  });
  expect(page.workers()).toHaveLength(1);
  for (const wasm of [/page_bg/, /worker_bg/]) expect(requests.filter(({ url }) => wasm.test(url))).toHaveLength(1);
});

test("detect counts UTF-16 code units and needs no page module", async ({ page, requests }) => {
  const text = "😀 mail mia@example.org";
  await page.goto("/fixtures/blank.html");
  const found = await page.evaluate(async (text) => (await import("/data-contribution.js")).detect(text), text);
  expect(found).toEqual([
    expect.objectContaining({ entity: "EMAIL_ADDRESS", class: "EMAIL", start: text.indexOf("mia"), end: text.length }),
  ]);
  expect(requests.filter(({ url }) => /page/.test(url))).toEqual([]);
});

test("people who are given are found", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const found = await page.evaluate(async () => {
    const { detect } = await import("/data-contribution.js");
    return detect("I asked Tamsin about it.", { people: ["Tamsin Orr"] });
  });
  expect(found.map(({ entity }) => entity)).toEqual(["PERSON"]);
});

test("preview follows the settings it is given", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const decisions = await page.evaluate(async (settings) => {
    const { preview } = await import("/data-contribution.js");
    const issue = { key: "WEB-1", fields: { summary: "Mail mia@example.org", description: "Nothing" } };
    const options = { plan: "enterprise", now: "2026-11-23T09:00:00Z" };
    const of = async (coverage) => {
      const { records } = await preview(issue, { ...options, settings: { ...settings, inAppData: { coverage } } });
      return records[0].fields.find(({ path }) => path === "/fields/summary");
    };
    return [await of("on"), await of("off")];
  }, settings("on"));
  expect(decisions[0]).toMatchObject({ decision: "contribute", contributed: "Mail EMAIL_ADDRESS" });
  expect(decisions[1]).toMatchObject({ decision: "withhold", contributed: null });
});

test("what cannot be read is refused with a code and a place", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const refusals = await page.evaluate(async () => {
    const { detect, preview } = await import("/data-contribution.js");
    const refused = (promise) => promise.then(() => "accepted", ({ message, stack, ...rest }) => ({ ...rest }));
    return Promise.all([
      refused(preview("")),
      refused(preview('{\n "fields": {')),
      refused(preview('{"a": 1}', { format: "jira" })),
      refused(preview("text", { settings: { version: 2 } })),
      refused(preview("text", { key: "abc" })),
      refused(detect(5)),
    ]);
  });
  expect(refusals).toEqual([
    { code: "empty" },
    expect.objectContaining({ code: "malformed", line: 2, fault: "truncated" }),
    expect.objectContaining({ code: "no-record", pointer: expect.any(String), expected: expect.any(String) }),
    expect.objectContaining({ code: "document", which: "settings" }),
    { code: "malformed-key" },
    { code: "request" },
  ]);
});

test("a worker that hangs or breaks is replaced, and the other requests are answered", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const outcome = await page.evaluate(async () => {
    const { detect, live, load } = await import("/data-contribution.js");
    await load({ worker: "/fixtures/faulty-worker.js" }).catch(() => {});
    const code = (promise) => promise.then((found) => found[0], (error) => error.code);
    const all = await Promise.all(["one", "hang", "two", "break", "three"].map((text) => code(detect(text))));
    return [all, live().workers];
  });
  expect(outcome).toEqual([["one", "engine-timeout", "two", "engine-trap", "three"], 1]);
});

test("a machine that takes long over many records ends no reading of them", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const records = await page.evaluate(async () => {
    const { batch, load } = await import("/data-contribution.js");
    await load({ worker: "/fixtures/faulty-worker.js" }).catch(() => {});
    let last;
    for await (const progress of batch(new Blob(["{}"]))) last = progress;
    return last.records;
  });
  expect(records).toBe(1);
});

test("a worker script on another origin is named", async ({ page, baseURL }) => {
  await page.goto("/fixtures/blank.html");
  const code = await page.evaluate(async (worker) => {
    const { load } = await import("/data-contribution.js");
    return load({ worker }).catch((error) => error.code);
  }, `${baseURL.replace("127.0.0.1", "localhost")}/worker.js`);
  expect(code).toBe("worker-origin");
});

test("a worker script that is not there is named", async ({ page, problems }) => {
  problems.allow(/404/);
  await page.goto("/fixtures/blank.html");
  const code = await page.evaluate(async () => {
    const { load } = await import("/data-contribution.js");
    return load({ worker: "/absent.js" }).catch((error) => error.code);
  });
  expect(code).toBe("worker-load");
});

test("a batch tells how far it is and ends with the aggregate", async ({ page }) => {
  await page.goto("/fixtures/blank.html");
  const items = await page.evaluate(async () => {
    const { batch } = await import("/data-contribution.js");
    const issue = (text) => JSON.stringify({ key: "WEB-1", fields: { summary: text } });
    const run = async (text) => {
      const items = [];
      const options = { plan: "free", now: "2026-11-23T09:00:00Z" };
      for await (const item of batch(new Blob([text]), options)) items.push(item);
      return items;
    };
    const lines = [issue("mia@example.org"), "", "{", issue("nothing"), issue("leo@example.org 😀")].join("\r\n");
    const pretty = JSON.stringify({ issues: [JSON.parse(issue("a@example.org")), JSON.parse(issue("b"))] }, null, 2);
    return [await run(lines), await run(pretty), await run(`[${issue("c@example.org")}]`)];
  });
  const last = items.map((list) => list.at(-1));
  const found = (item) => Object.fromEntries(item.aggregate.found.map(({ name, count }) => [name, count]));
  expect(last[0]).toMatchObject({ records: 3, failed: 1, lines: [3], endsEarly: false });
  expect(found(last[0])).toMatchObject({ EMAIL_ADDRESS: 2 });
  expect(last[0].aggregate.source).toMatchObject({ records: 3, leaving: 3, unread: 1 });
  expect(last[1]).toMatchObject({ records: 2, failed: 0 });
  expect(found(last[1])).toMatchObject({ EMAIL_ADDRESS: 1 });
  expect(last[2]).toMatchObject({ records: 1, failed: 0 });
  for (const list of items) {
    const bytes = list.map((item) => item.bytes);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(list.at(-1).bytes).toBe(list.at(-1).total);
  }
});

test("the browser's storage keeps settings over a reload, and conflicts between two pages show", async ({ page, context }) => {
  const save = (page, coverage, revision) =>
    page.evaluate(
      async ([settings, revision]) => {
        const { localStorageAdapter } = await import("/data-contribution.js");
        return localStorageAdapter("k").save(settings, { revision }).catch(({ code }) => code);
      },
      [settings(coverage), revision],
    );
  await page.goto("/fixtures/blank.html");
  const first = await save(page, "on", null);
  const other = await context.newPage();
  await other.goto("/fixtures/blank.html");
  expect(await save(other, "off", null)).toBe("conflict");
  const second = await save(other, "off", first.revision);
  await page.reload();
  const loaded = await page.evaluate(async () => (await import("/data-contribution.js")).localStorageAdapter("k").load());
  expect(loaded).toEqual({ settings: settings("off"), revision: second.revision });
});
