// The page for browser tests: everything that chance or a server decides elsewhere is a parameter here. docs/testing.md has examples.
//   ?scenario=…&plan=…&locale=…&theme=…&dir=rtl&readonly&seed=…&now=ISO&latency=MS&fail=save:conflict|engine|panic&instances=N&mode=iframe&view=…
import { counted } from "./leaks.js";
import * as module from "./data-contribution.js";
import { faulty } from "./faulty.js";
import { frame } from "./frame.js";
import { northwind, planOf } from "./northwind.js";
import { scenarios } from "./scenarios.js";

const NOW = "2026-11-23T09:00:00Z";
const EVENTS = ["dc-ready", "dc-change", "dc-save", "dc-saved", "dc-navigate", "dc-error"];

const query = Object.fromEntries(new URLSearchParams(location.search));
const scenario = scenarios[query.scenario] ?? scenarios.default;
const given = { now: NOW, seed: "harness", ...scenario, ...query };
const plan = planOf(given.plan);
const organizations = scenario.organizations?.(plan);
/** One adapter for each of several organizations. */
const adapters = new Map((organizations ?? [{ id: "" }]).map(({ id }) => [id, faulty(module.memoryAdapter(), given.fail, Number(given.latency ?? 0))]));
const [adapter] = adapters.values();
if (organizations) adapter.of = (id) => adapters.get(id);
const options = {
  organization: { ...northwind(plan), ...scenario.organization },
  organizations,
  adapter,
  seed: given.seed,
  now: given.now,
  readonly: given.readonly !== undefined,
  ...Object.fromEntries(["locale", "theme", "view"].filter((name) => given[name]).map((name) => [name, given[name]])),
};
const root = document.documentElement;
const main = document.body.appendChild(document.createElement("main"));
const events = [];
let now = Date.parse(given.now);

if (given.dir) root.dir = given.dir;
if (given.locale) root.lang = given.locale;
// The engine cannot start where its worker is not: how the page lives without it.
const engine = module.load(given.fail === "engine" ? { worker: new URL("./no-such-worker.js", location.href) } : {});
const wanted = Array.from({ length: Number(given.instances ?? 1) }, () => (given.mode === "iframe" ? framed() : shadowed()));
const interactive = Promise.all(wanted.map(({ interactive }) => interactive));
const elements = wanted.map(({ element }) => element);

interactive.then(() => {
  root.setAttribute("data-dc-ready", "");
  if (given.fail === "panic") module.breakPage();
});
engine.then(
  () => root.setAttribute("data-dc-engine-ready", ""),
  () => {}, // the elements say what is wrong
);

const version = engine.then(() => module.catalog()).then(({ version }) => version);
const ready = Promise.all([interactive, engine, version]).then(() => {});
// Who waits for them hears of it; who does not is not to be told of an error that nobody caught.
for (const promise of [ready, version]) promise.catch(() => {});

globalThis.__dc = {
  ready,
  version,
  scenarios: Object.keys(scenarios),
  elements,
  adapter,
  events,
  clock: {
    now: () => new Date(now).toISOString(),
    advance(milliseconds) {
      now += milliseconds;
      set({ now: new Date(now).toISOString() });
    },
  },
  set,
  /** The preview of a record under what the first element shows. */
  previewOf(record) {
    const { organization, policy, seed } = options;
    return module.preview(record, { organization, policy, seed, settings: wanted[0].settings() ?? undefined, now: new Date(now).toISOString() });
  },
  detect: (text) => module.detect(text),
  /** What lives: instances, workers, listeners on what outlives them, timers, and the bytes of WebAssembly memory. */
  leaks() {
    const { surfaces, workers, memory } = module.live();
    return { instances: surfaces, workers, memory, ...counted() };
  },
};

/** Sets properties and attributes on every instance. */
function set(patch) {
  Object.assign(options, patch);
  for (const { update } of wanted) update(patch);
}

function shadowed() {
  const element = document.createElement("data-contribution");
  const interactive = watched(element);
  Object.assign(element, options, given.dir && { dir: given.dir });
  module.define();
  main.append(element);
  return { element, interactive, update: (patch) => void Object.assign(element, patch), settings: () => element.settings };
}

function framed() {
  const host = main.appendChild(document.createElement("div"));
  const interactive = watched(host);
  let handle;
  const opened = frame(host, options).then((opened) => (handle = opened));
  const update = (patch) => void opened.then((handle) => handle.update(patch));
  return { element: host.querySelector("iframe"), interactive, update, settings: () => handle?.settings() };
}

/** Notes what an instance tells; resolves when it is interactive, or never will be. */
function watched(target) {
  for (const type of EVENTS) {
    target.addEventListener(type, ({ detail }) => events.push({ type, detail: structuredClone(detail ?? null) }));
  }
  return new Promise((resolve) => {
    target.addEventListener("dc-ready", resolve, { once: true });
    target.addEventListener("dc-error", ({ detail }) => detail.fatal && resolve());
  });
}
