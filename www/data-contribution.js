// Placeholder for the loader: loads both modules and nothing else.
import * as assets from "./assets.js";

let loading;

export function load() {
  return (loading ??= start());
}

async function start() {
  const policy = globalThis.trustedTypes?.createPolicy("data-contribution", { createScriptURL: () => assets.worker });
  const [glue, module] = await Promise.all([import(assets.page), WebAssembly.compileStreaming(fetch(assets.engineWasm))]);
  await glue.default({ module_or_path: fetch(assets.pageWasm) });
  new Worker(policy ? policy.createScriptURL("") : assets.worker).postMessage({ module });
}
