
// The end of the worker script; before it stands what wasm-bindgen wrote, which defines `wasm_bindgen`.
// The script is one file that loads nothing, for it is served with a policy that lets it reach nothing. In: { kind: "probe" },
// then { kind: "start", module, names? } and requests { id, kind: "preview" | "detect" | "catalog" | "memory" | "searched" or a kind of question,
// request }. Out: { kind: "probe", sandboxed }, { kind: "ready", version }, { id, ok } or { id, error: { code, … } }, and { fatal } where the engine broke.

const answers = {
  preview: (request) => wasm_bindgen.preview(request),
  detect: (request) => wasm_bindgen.detect(request),
  catalog: () => wasm_bindgen.catalog(),
  "batch-begin": ({ request, options }) => wasm_bindgen.batchBegin(request, options),
  "batch-reference": (text) => wasm_bindgen.batchReference(text),
  "batch-push": (bytes) => wasm_bindgen.batchPush(new Uint8Array(bytes)),
  "batch-sample": ({ seed, organizations, records }) => wasm_bindgen.batchSample(seed, organizations, records),
  "batch-end": (brokeOff) => wasm_bindgen.batchEnd(brokeOff),
  "batch-look": (parameters) => wasm_bindgen.batchLook(parameters),
  "batch-rarity": (text) => wasm_bindgen.batchRarity(text),
  memory: () => memory.buffer.byteLength,
  searched: () => wasm_bindgen.searched(),
};
for (const kind of ["diff", "receipt", "why-not", "try", "canary", "compare"]) {
  answers[kind] = (request) => wasm_bindgen.ask(kind, typeof request === "string" ? request : JSON.stringify(request));
}

/** What the engine works in. @type {WebAssembly.Memory} */
let memory;

function start({ module, names }) {
  try {
    ({ memory } = wasm_bindgen.initSync({ module }));
    if (names) wasm_bindgen.learn(new Uint8Array(names));
    postMessage({ kind: "ready", version: wasm_bindgen.version() });
  } catch {
    postMessage({ fatal: "engine-start" });
  }
}

function answer({ id, kind, request }) {
  try {
    postMessage({ id, ok: answers[kind](request) });
  } catch (error) {
    // The engine refuses with a plain object. Anything else is a trap: its memory cannot be trusted any more.
    postMessage(typeof error?.code === "string" ? { id, error } : { id, fatal: "engine-trap" });
  }
}

// One request without data, for this very script. The policy must stop it; a network that happens to be down does not count.
async function probe() {
  const stopped = new Promise((resolve) => {
    addEventListener("securitypolicyviolation", () => resolve(true), { once: true });
    setTimeout(resolve, 500, false);
  });
  const reached = await fetch(location.href, { credentials: "omit" }).then(() => true, () => false);
  postMessage({ kind: "probe", sandboxed: !reached && (await stopped) });
}

addEventListener("message", ({ data }) => {
  if (data.kind === "start") start(data);
  else if (data.kind === "probe") probe();
  else answer(data);
});
