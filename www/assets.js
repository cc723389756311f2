// Where the parts are. Every file named here, except worker scripts, gets a hashed name in a release build, and scripts/finish.mjs
// writes that name in here: so this file is the one place that knows an address. Each stands here twice: as the name inside the
// package's folder, for a host that says where a copy of the folder lies, and as an address, in the form that bundlers look for.

const names = {
  page: "./page.js",
  pageWasm: "./page_bg.wasm",
  engineWasm: "./worker_bg.wasm",
  names: "./names.bin",
  worker: "./worker.js",
  samples: "./samples.json",
  styles: ["./styles/tokens.css", "./styles/widgets.css", "./styles/sections.css", "./styles/aggregate.css", "./styles/desk.css", "./styles/explain.css"],
};

const addresses = {
  /** The glue of the page module: an ES module whose default export takes `{ module_or_path }`. */
  page: new URL("./page.js", import.meta.url).href,
  /** The page module. */
  pageWasm: new URL("./page_bg.wasm", import.meta.url).href,
  /** The engine module: compiled by the page, handed to the worker as `{ module }`. */
  engineWasm: new URL("./worker_bg.wasm", import.meta.url).href,
  /** The lexicon and the tagger for names: fetched by the page, handed to the worker. */
  names: new URL("./names.bin", import.meta.url).href,
  /** The worker script. Its name is stable because its policy is bound to its name. */
  worker: new URL("./worker.js", import.meta.url).href,
  /** The sample records: the text of each by its id. */
  samples: new URL("./samples.json", import.meta.url).href,
  /** The style sheets, in the order in which they are adopted. */
  styles: [
    new URL("./styles/tokens.css", import.meta.url).href,
    new URL("./styles/widgets.css", import.meta.url).href,
    new URL("./styles/sections.css", import.meta.url).href,
    new URL("./styles/aggregate.css", import.meta.url).href,
    new URL("./styles/desk.css", import.meta.url).href,
    new URL("./styles/explain.css", import.meta.url).href,
  ],
};

/**
 * The address of a part, or the list of them, and its name inside the package's folder.
 * @param {keyof typeof names} part
 * @param {string | URL} [base] Where a copy of the folder lies, if not beside this module.
 */
export function located(part, base) {
  if (base === undefined) return addresses[part];
  const folder = new URL(base, location.href).href.replace(/\/?$/, "/");
  const at = (name) => new URL(name, folder).href;
  return Array.isArray(names[part]) ? names[part].map(at) : at(names[part]);
}

/** The name of a part inside the package's folder, as integrity.json says it. */
export function named(part, index) {
  const name = index === undefined ? names[part] : names[part][index];
  return name.slice(2);
}
