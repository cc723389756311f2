// The page for browser tests: everything that chance or a server decides elsewhere is a parameter here.
//   ?scenario=…&plan=…&locale=…&theme=…&readonly&seed=…&now=ISO&latency=MS&fail=save:conflict&instances=N&view=…
import * as module from "./data-contribution.js";
import { northwind, planOf } from "./northwind.js";

const NOW = "2026-11-23T09:00:00Z";

/** What a scenario changes: parameters that the address may still override, and the organization. */
const scenarios = {
  default: {},
  "before-effect": { now: "2026-08-01T09:00:00Z" },
  loading: { fail: "load:never" },
  empty: { organization: { apps: [], spaces: [], connectors: [] } },
  "no-apps": { organization: { apps: [], spaces: [] } },
  partial: { organization: { spaces: northwind().spaces.slice(0, 1), connectors: [] } },
  error: { fail: "load:500" },
  offline: { fail: "load:offline" },
  readonly: { readonly: "" },
  "no-permission": { fail: "save:403" },
  excluded: { organization: { exclusions: ["government"] } },
  "spaces-10000": { organization: { spaces: manySpaces(10_000) } },
  conflict: { fail: "save:conflict" },
};

const query = Object.fromEntries(new URLSearchParams(location.search));
const scenario = scenarios[query.scenario] ?? scenarios.default;
const given = { now: NOW, seed: "harness", ...scenario, ...query };
const organization = { ...northwind(planOf(given.plan)), ...scenario.organization };
const root = document.documentElement;
const events = [];
let now = Date.parse(given.now);

const adapter = faulty(module.memoryAdapter(), given.fail, Number(given.latency ?? 0));
const elements = Array.from({ length: Number(given.instances ?? 1) }, element);
const interactive = Promise.all(elements.map((element) => heard(element, ["dc-ready", "dc-error"])));
module.define();
const engine = module.load();
const main = document.createElement("main");
main.append(...elements);
document.body.append(main);

interactive.then(() => root.setAttribute("data-dc-ready", ""));
engine.then(
  () => root.setAttribute("data-dc-engine-ready", ""),
  () => {}, // the elements say what is wrong
);

globalThis.__dc = {
  ready: Promise.all([interactive, engine]).then(() => {}),
  version: engine.then(() => module.catalog()).then(({ version }) => version),
  scenarios: Object.keys(scenarios),
  elements,
  adapter,
  events,
  clock: {
    now: () => new Date(now).toISOString(),
    advance(milliseconds) {
      now += milliseconds;
      for (const element of elements) element.now = new Date(now).toISOString();
    },
  },
  /** Sets properties and attributes on every element. */
  set(patch) {
    for (const element of elements) Object.assign(element, patch);
  },
  /** The preview of a record under what the first element shows. */
  previewOf(record) {
    const { organization, policy, seed } = elements[0];
    const settings = elements[0].settings ?? undefined;
    return module.preview(record, { organization, policy, seed, settings, now: new Date(now).toISOString() });
  },
  detect: (text) => module.detect(text),
  leaks: () => module.live(),
};

function element() {
  const element = document.createElement("data-contribution");
  for (const type of ["dc-ready", "dc-change", "dc-save", "dc-saved", "dc-navigate", "dc-error"]) {
    element.addEventListener(type, ({ detail }) => events.push({ type, detail: structuredClone(detail ?? null) }));
  }
  Object.assign(element, { organization, adapter, seed: given.seed, now: given.now });
  for (const name of ["locale", "theme", "view"]) if (given[name]) element.setAttribute(name, given[name]);
  element.toggleAttribute("readonly", given.readonly !== undefined);
  return element;
}

function heard(target, types) {
  return new Promise((resolve) => {
    for (const type of types) target.addEventListener(type, resolve, { once: true });
  });
}

/** An adapter that is slow and fails as told: `load:…` or `save:…` with a status, `timeout`, `offline`, `never` or `conflict`. */
function faulty(inner, fail, latency) {
  const [step, how] = (fail ?? "").split(":");
  const through = (name) => async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (name === step) await fault(how, args);
    return inner[name](...args);
  };
  return { load: through("load"), save: through("save") };

  async function fault(how, [, about]) {
    const codes = { 403: "forbidden", 500: "server", timeout: "unconfirmed", offline: "offline" };
    if (how === "never") await new Promise(() => {});
    if (how === "conflict") {
      const { settings, revision } = await inner.load();
      if (revision !== "somebody-else") throw coded("conflict", { current: { settings, revision: `${about.revision ?? 0}-theirs` } });
    }
    throw coded(codes[how] ?? "server", { status: Number(how) || undefined });
  }
}

function coded(code, more) {
  return Object.assign(new Error(`The harness was told to fail: ${code}.`), { code, ...more });
}

function manySpaces(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `space-${index}`,
    key: `S${index}`,
    name: `Space ${index}`,
    app: index % 2 ? "jira" : "confluence",
  }));
}
