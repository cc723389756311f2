// Where the parts are. Every file named here, except the worker script, gets a hashed name in a release build, and
// scripts/finish.mjs writes that name in here: so this file is the one place that knows an address.

/** The glue of the page module: an ES module whose default export takes `{ module_or_path }`. */
export const page = new URL("./page.js", import.meta.url).href;
/** The page module. */
export const pageWasm = new URL("./page_bg.wasm", import.meta.url).href;
/** The engine module: compiled by the page, handed to the worker as `{ module }`. */
export const engineWasm = new URL("./worker_bg.wasm", import.meta.url).href;
/** The worker script. Its name is stable because its policy is bound to its name. */
export const worker = new URL("./worker.js", import.meta.url).href;
/** The sample records: the text of each by its id. */
export const samples = new URL("./samples.json", import.meta.url).href;
/** The style sheets, in the order in which they are adopted. */
export const styles = [
  new URL("./styles/tokens.css", import.meta.url).href,
  new URL("./styles/widgets.css", import.meta.url).href,
  new URL("./styles/sections.css", import.meta.url).href,
  new URL("./styles/desk.css", import.meta.url).href,
];
