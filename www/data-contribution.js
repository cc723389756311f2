// The module that a host imports. Importing it does nothing, with or without a DOM; data-contribution.d.ts says what it offers.
import * as assets from "./assets.js";
import { elementClass, open, Surface } from "./element.js";
import { Engine, failure, mark } from "./engine.js";
import { records } from "./records.js";
export { httpAdapter, localStorageAdapter, memoryAdapter } from "./adapters.js";

/** @type {{ page?: WasmSource, engine?: WasmSource, worker?: string | URL }} */
const sources = {};
const engine = new Engine(engineModule, () => new URL(sources.worker ?? assets.worker, location.href).href);
const runtime = { page: pageModule, styles: styleSheets, engine, complete, reload };

let loading;
/** Loads both modules and starts the engine. Safe to call twice at once; what the first call says holds. */
export function load(options = {}) {
  if (!loading) {
    for (const name of ["page", "engine", "worker"]) sources[name] ??= options[name];
    const loaded = Promise.all([pageModule(), engine.start()]).then(() => {});
    loading = loaded;
    loaded.catch(() => (loading = undefined));
  }
  return loading;
}

/** Defines the element. A tag that is defined already stays as it is. */
export function define(tag = "data-contribution") {
  if (!customElements.get(tag)) customElements.define(tag, elementClass(runtime));
}

/** Mounts the page inside a host element, without defining an element. */
export async function mount(host, options = {}) {
  const owner = document.createElement("div");
  host.append(owner);
  const surface = new Surface(runtime, owner, owner.attachShadow({ mode: "open" }));
  await surface.open({ ...options });
  return {
    update: (patch) => surface.update(patch),
    settings: () => surface.settings(),
    isDirty: () => surface.isDirty(),
    focus: () => surface.focus(),
    unmount() {
      surface.close();
      owner.remove();
    },
  };
}

/** What stands in a text. Offsets count UTF-16 code units, as JavaScript does. */
export function detect(text, { people, threshold, policy, candidates } = {}) {
  const json = policy === undefined ? undefined : JSON.stringify(policy);
  return engine.ask("detect", { text, people: people ?? [], threshold, policy: json, candidates: candidates ?? false });
}

/** What would become of a record, or of several. */
export async function preview(record, options = {}) {
  return JSON.parse(await engine.ask("preview", await complete(request(record, options))));
}

/** Every id in use. */
export async function catalog() {
  return JSON.parse(await engine.ask("catalog"));
}

/** Previews the records of a file one by one; the last item carries the aggregate. */
export async function* batch(file, options = {}) {
  const aggregate = { records: 0, failed: 0, fields: { contribute: 0, withhold: 0 }, findings: {} };
  let bytes = 0;
  for await (const record of records(file)) {
    bytes = record.bytes;
    try {
      count(aggregate, await preview(record.text, options));
    } catch (error) {
      // A record that cannot be read is counted and the rest goes on; anything else ends the batch.
      if (!["empty", "malformed", "no-record", "not-text"].includes(error.code)) throw error;
      aggregate.failed++;
    }
    yield { records: aggregate.records, failed: aggregate.failed, bytes, total: file.size };
  }
  yield { records: aggregate.records, failed: aggregate.failed, bytes: file.size, total: file.size, aggregate };
}

/** What lives at the moment, for tests: surfaces and workers. */
export function live() {
  return { surfaces: open.size, workers: engine.workers };
}

function count(aggregate, { records: previews }) {
  for (const { fields } of previews) {
    aggregate.records++;
    for (const { decision, findings } of fields) {
      aggregate.fields[decision]++;
      for (const { entity } of findings) aggregate.findings[entity] = (aggregate.findings[entity] ?? 0) + 1;
    }
  }
}

/** The engine takes documents as JSON text, so that its errors can say where. */
function request(record, { organization, settings, policy, plan, now, key, seed, format, sample }) {
  const json = (document) => (document === undefined ? undefined : JSON.stringify(document));
  return {
    input: typeof record === "string" || record === undefined ? record : JSON.stringify(record),
    organization: json(organization),
    settings: json(settings),
    policy: json(policy),
    now: now ?? new Date().toISOString(),
    plan,
    key,
    seed,
    format,
    sample,
  };
}

let texts;
/** The request with the text of the sample that it names. All samples are one file, fetched when the first of them is asked for. */
async function complete({ sample, ...rest }) {
  if (rest.input !== undefined || sample === undefined) return rest;
  texts ??= fetched(assets.samples)
    .then((response) => response.json())
    .catch((error) => {
      texts = undefined;
      throw named("load-samples", "The sample records could not be loaded", error);
    });
  const all = await texts;
  if (!Object.hasOwn(all, sample)) throw failure("unknown-sample", "The engine refused: unknown-sample.");
  return { ...rest, input: all[sample] };
}

let glue;
let attempt = 0;
/** The page module, instantiated once, whoever asks and how often. */
function pageModule() {
  if (!glue) {
    mark("dc:load");
    // Another fragment is another instance of the same file.
    const loaded = import(attempt === 0 ? assets.page : `${assets.page}#${attempt}`).then(async (module) => {
      await module.default({ module_or_path: await fetched(sources.page ?? assets.pageWasm) });
      return module;
    });
    glue = loaded.catch((error) => {
      glue = undefined;
      throw named("load-page", "The page module could not be loaded", error);
    });
  }
  return glue;
}

/** After the page module broke: a new instance for every surface, which keeps its draft. */
function reload() {
  attempt++;
  glue = undefined;
  for (const surface of [...open]) surface.reopen();
}

let compiled;
function engineModule() {
  compiled ??= fetched(sources.engine ?? assets.engineWasm)
    .then((source) => (source instanceof WebAssembly.Module ? source : compile(source)))
    .catch((error) => {
      compiled = undefined;
      throw named("load-engine", "The engine module could not be loaded", error);
    });
  return compiled;
}

/** A Response or a Module. */
async function fetched(source) {
  if (source instanceof WebAssembly.Module) return source;
  const response = source instanceof Response ? source.clone() : await fetch(source);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

async function compile(response) {
  const streams = response.headers.get("Content-Type") === "application/wasm";
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

let sheets;
function styleSheets() {
  sheets ??= Promise.all(assets.styles.map(styleSheet)).catch((error) => {
    sheets = undefined;
    throw named("load-styles", "The styles could not be loaded", error);
  });
  return sheets;
}

async function styleSheet(url) {
  const response = await fetched(url);
  return new CSSStyleSheet().replace(await response.text());
}

function named(code, sentence, error) {
  return error.code ? error : failure(code, `${sentence}: ${error.message}.`);
}
