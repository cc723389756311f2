// What the page in a frame and its host say to each other. Both sides read whatever arrives as if a stranger had sent it.
//
// 1. The guest posts { type: "dc-hello", versions: [1] } to its parent. It holds nothing, so it is for anybody.
// 2. The host checks source and origin and answers { type: "dc-connect", version: 1 } with one MessagePort, for the guest's origin only.
// 3. The guest checks source, its list of hosts, version and port; once. Everything else goes through the port, as JSON text.
// Host to guest: options, answer, viewport, discard, focus, dispose. Guest to host: welcome, event, state, height, load, save, refused.

/** Counts up when something that is said changes its meaning. What is added needs no new version: unknown things are ignored. */
export const VERSION = 1;

/** The longest messages, in UTF-16 code units: an organization with ten thousand spaces goes in, its settings come out. */
export const LONGEST = { toGuest: 8_000_000, toHost: 2_000_000 };

/** What a host may set. Nothing that is a function or an element can pass. */
export const OPTIONS = ["organization", "organizations", "policy", "samples", "locale", "theme", "readonly", "now", "seed", "reference", "view"];

/** What the guest tells. A save is no event here but a question. */
export const EVENTS = ["dc-ready", "dc-change", "dc-saved", "dc-navigate", "dc-error"];

/**
 * A message that arrived, if it is one of these types; else undefined.
 * @param {unknown} data
 * @param {number} longest
 * @param {string[]} types
 */
export function read(data, longest, types) {
  if (typeof data !== "string" || data.length > longest) return undefined;
  try {
    const message = JSON.parse(data);
    return types.includes(message?.type) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Those members of a patch that a host may set. */
export function options(patch) {
  const isObject = patch !== null && typeof patch === "object";
  return Object.fromEntries(OPTIONS.filter((name) => isObject && Object.hasOwn(patch, name)).map((name) => [name, patch[name] ?? undefined]));
}

/** Design tokens that may pass: values of colors, sizes and fonts, nothing that makes a request. */
export function tokens(map) {
  const isToken = ([name, value]) => /^--ds-[a-z0-9-]{1,80}$/.test(name) && typeof value === "string" && /^[^;{}\\@]{1,400}$/.test(value) && !/url|image|src|attr/i.test(value);
  return map !== null && typeof map === "object" ? Object.entries(map).slice(0, 1000).filter(isToken) : [];
}

/** The parts of an error that pass: never a stack, never more of a message than a sentence. */
export function told(error) {
  const { code, message, current, status } = error ?? {};
  return { code: typeof code === "string" ? code.slice(0, 64) : "host", message: String(message ?? "").slice(0, 500), ...(current && { current }), ...(status && { status }) };
}
