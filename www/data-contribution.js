// The module that a host imports. Importing it does nothing, with or without a DOM; data-contribution.d.ts says what it offers.
import { located, named } from "./assets.js";
import { Desk, read, sketchText } from "./batch.js";
import { elementClass } from "./element.js";
import { Engine } from "./engine.js";
import { failure, mark } from "./failures.js";
import { compiled, fetched, imported } from "./loading.js";
import { open, painted, Surface } from "./surface.js";
export { httpAdapter, localStorageAdapter, memoryAdapter } from "./adapters.js";

/** @type {LoadOptions} */
let sources = {};
const engine = new Engine(engineModule, namesFile, workerAddress);
const notices = [];
const runtime = { page: pageModule, styles: styleSheets, engine, complete, reload, notices, desk: (host) => new Desk(another, complete, host) };

let loading;
/** Loads both modules and starts the engine. Safe to call twice at once; what the first call says holds. */
export function load(options = {}) {
  if (!loading) {
    sources = { ...sources, ...options };
    // The page is what the reader waits for: nothing shares the line with it.
    const page = pageModule();
    const started = page.then(painted, () => {}).then(() => engine.start());
    const loaded = Promise.all([page, started]).then(() => {});
    loading = loaded;
    // After a failure another call may say something else.
    loaded.catch(() => (loading = undefined));
  }
  return loading;
}

/** Defines the element. A tag that is defined already stays as it is; without a DOM nothing happens. */
export function define(tag = "data-contribution") {
  if (!globalThis.customElements) return; // on a server
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

/** Reads the records of a file, in a worker of its own; the last item carries the aggregate. */
export async function* batch(file, { options, parameters, reference, ...rest } = {}) {
  const own = another();
  try {
    let last;
    if (reference) await own.ask("batch-reference", sketchText(reference));
    for await (const progress of read(own, { file, request: request(undefined, rest), options })) {
      if (!progress.done) yield progress;
      else last = progress;
    }
    const aggregate = JSON.parse(await own.ask("batch-look", JSON.stringify(parameters ?? {})));
    const { done, ...progress } = last;
    yield { ...progress, aggregate };
  } finally {
    own.stop();
  }
}

/** One more worker of the same engine. */
function another() {
  return new Engine(engineModule, namesFile, workerAddress);
}

/** What lives at the moment, for tests: surfaces, workers, and the bytes of the page module's memory. */
export function live() {
  return { surfaces: open.size, workers: engine.workers, memory: memory?.buffer.byteLength ?? 0 };
}

/** Breaks the page module on purpose, for tests: every surface then shows its message. */
export async function breakPage() {
  const page = await glue;
  try {
    page?.breakDown();
  } catch {
    // So it was meant.
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
/** The request with the texts of the samples that it names. All samples are one file, fetched when the first of them is asked for. */
async function complete({ sample, ...rest }) {
  const lacks = rest.inputs?.some(({ text }) => text === undefined);
  if (!lacks && (rest.input !== undefined || sample === undefined)) return rest;
  texts ??= part("samples")
    .then((response) => response.json())
    .catch(({ message, code }) => {
      texts = undefined;
      throw failure("load-samples", `The sample records could not be loaded: ${message}`, { cause: code });
    });
  const all = await texts;
  if (lacks) rest.inputs = rest.inputs.map((input) => ({ ...input, text: input.text ?? all[input.id] ?? "" }));
  if (rest.input !== undefined || sample === undefined) return rest;
  if (!Object.hasOwn(all, sample)) throw failure("unknown-sample", "The engine refused: unknown-sample.");
  return { ...rest, input: all[sample] };
}

const address = (name) => located(name, sources.base);
const part = (name) => fetched(address(name), sources.integrity?.[named(name)]);
const module = (name, given) => compiled(given ?? address(name), given ? undefined : sources.integrity?.[named(name)], notice);

/** The worker script is asked for on the host's own origin, wherever the rest lies. */
function workerAddress() {
  return new URL(sources.worker ?? address("worker"), location.href).href;
}

/** Something is wrong that hinders nothing: every surface tells its host, those that open later too. */
function notice(error) {
  notices.push(error);
  for (const surface of open) surface.report(error);
}

let glue;
let memory;
let attempt = 0;
/** The page module, instantiated once, whoever asks and how often. */
function pageModule() {
  if (!glue) {
    mark("dc:load");
    // Both are asked for at once. Another fragment is another instance of the same file.
    const script = imported(attempt === 0 ? address("page") : `${address("page")}#${attempt}`, sources.integrity?.[named("page")]);
    const binary = module("pageWasm", sources.page);
    glue = Promise.all([script, binary]).then(started, (error) => {
      glue = undefined;
      throw error;
    });
  }
  return glue;
}

async function started([page, module]) {
  try {
    memory = (await page.default({ module_or_path: module }))?.memory;
    return page;
  } catch (error) {
    glue = undefined;
    throw failure("bad-module", "The page module and its script are not of one version: copy the whole package again.", { cause: error });
  }
}

/** After the page module broke: a new instance for every surface, which keeps its draft. */
function reload() {
  attempt++;
  glue = undefined;
  for (const surface of [...open]) surface.reopen();
}

let binary;
function engineModule() {
  binary ??= module("engineWasm", sources.engine).catch((error) => {
    binary = undefined;
    throw error;
  });
  return binary;
}

let nameList;
/** What the engine knows about names. Without it the engine works, finds fewer names, and its previews say so. */
function namesFile() {
  nameList ??= fetched(address("names"), sources.integrity?.[named("names")])
    .then((response) => response.arrayBuffer())
    .catch((error) => {
      nameList = undefined;
      notice(error);
    });
  return nameList;
}

let sheets;
function styleSheets() {
  sheets ??= Promise.all(address("styles").map(styleSheet)).catch((error) => {
    sheets = undefined;
    throw error;
  });
  return sheets;
}

async function styleSheet(url, index) {
  const response = await fetched(url, sources.integrity?.[named("styles", index)]);
  return new CSSStyleSheet().replace(ownUnits(await response.text()));
}

/**
 * A `rem` is the host's, who may have made it anything. Ours is what the reader's browser says, which `:host` keeps in --dc-rem. Conditions
 * of containers, where no property may stand, count in the container's own `em`, and its text is 14 of 16 parts of a `rem`; in all other
 * conditions a `rem` is the reader's anyway.
 */
function ownUnits(css) {
  const inContainer = (condition) => condition.replace(/(-?[\d.]+)rem\b/g, (whole, count) => `${(count * 16) / 14}em`);
  return css.replace(/@container[^{]*\{|@[^{;]*[{;]|(-?[\d.]+)rem\b/g, (whole, count) => {
    if (count !== undefined) return `calc(${count} * var(--dc-rem, 16px))`;
    return whole.startsWith("@container") ? inContainer(whole) : whole;
  });
}
