// The engine's worker: by itself, started as the page starts it, with what it answers, untouched; and as the page has it, with its memory shown.

/** Starts a worker in the page and leaves `ask(kind, request)` behind. */
export async function started(page) {
  await page.goto("/fixtures/blank.html");
  await page.evaluate(async () => {
    const { located } = await import("/assets.js");
    const policy = trustedTypes.createPolicy("data-contribution", { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL(located("worker")));
    const next = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const names = await (await fetch(located("names"))).arrayBuffer();
    worker.postMessage({ kind: "start", module: await WebAssembly.compileStreaming(fetch(located("engineWasm"))), names });
    await next();
    globalThis.ask = async (kind, request) => {
      worker.postMessage({ id: 1, kind, request });
      const { ok, error, fatal } = await next();
      if (error || fatal) throw new Error(JSON.stringify(error ?? fatal));
      return ok;
    };
  });
}

/** Has every worker of a page leave the memory of its engine behind as `heldMemory`: it is its own otherwise. */
export async function showMemory(page) {
  const shown = `const Own = WebAssembly.Instance;
WebAssembly.Instance = new Proxy(Own, { construct: (_, given) => { const made = new Own(...given); globalThis.heldMemory = made.exports.memory; return made; } });`;
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${shown}\n${await response.text()}` });
  });
}
