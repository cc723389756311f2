// Where settings are kept: in memory, in this browser, or behind an address. An adapter is any object with `load` and `save`.
import { failure } from "./failures.js";

const conflict = (current) => failure("conflict", "Somebody else saved in the meantime.", { current });

/**
 * Keeps settings as long as the page lives.
 * @param {{ settings?: object | null, revision?: string | null, audit?: object[] }} [initial]
 */
export function memoryAdapter(initial = {}) {
  let kept = structuredClone({ settings: null, revision: null, ...initial });
  return versioned(
    () => kept,
    (next) => (kept = next),
  );
}

/**
 * Keeps settings in this browser.
 * @param {string} [key]
 */
export function localStorageAdapter(key = "data-contribution") {
  const read = () => JSON.parse(localStorage.getItem(key) ?? "null") ?? { settings: null, revision: null };
  return versioned(read, (next) => {
    localStorage.setItem(key, JSON.stringify(next));
    if (read().revision !== next.revision) throw failure("unconfirmed", "The browser did not keep the settings.");
  });
}

/** Revisions count up: "1", "2", …; null before the first save. */
function versioned(read, write) {
  return {
    async load() {
      return structuredClone(read());
    },
    async save(settings, { revision, entry }) {
      const { audit: before, ...current } = read();
      const audit = entry ? [...(before ?? []), structuredClone(entry)] : before;
      if (current.revision !== (revision ?? null)) throw conflict(structuredClone(current));
      const next = String(Number(current.revision ?? 0) + 1);
      write({ settings: structuredClone(settings), revision: next, ...(audit && { audit }) });
      return { revision: next };
    },
  };
}

/** Milliseconds that one request may take. */
const PATIENCE = 30_000;
/** Milliseconds that are waited at most before another try. */
const LONGEST = 10_000;

/**
 * Keeps settings behind one address; schema/openapi.json says what the server answers. GET gives `{ settings, audit? }` with an ETag, or
 * 404 where nothing was saved yet; PUT takes `{ settings, note, entry? }` with If-Match (or `If-None-Match: *` for the first one) and
 * gives the new ETag, or 412.
 *
 * Reading is repeated after a fault. Writing is repeated only after a 429, which says that nothing was done. After any other fault it is
 * not known whether the server has written, so the adapter reads again, and reports a save only where the server holds it.
 * @param {{ url: string | URL, headers?: Record<string, string>, fetch?: typeof fetch, wait?: (ms: number) => Promise<void>, now?: () => number }} options
 */
export function httpAdapter({ url, headers = {}, fetch = (...args) => globalThis.fetch(...args), wait = pause, now = Date.now }) {
  const ask = (init) => fetch(url, { ...init, headers: { Accept: "application/json", ...headers, ...init.headers }, signal: AbortSignal.timeout(PATIENCE) });

  async function once() {
    const response = await ask({ cache: "no-cache" }).catch(offline);
    if (response.status === 404) return { settings: null, revision: null };
    if (!response.ok) throw refused(response, now());
    const revision = response.headers.get("ETag");
    if (!revision) throw failure("server", "The server's answer has no ETag.");
    const { settings, audit } = await response.json().catch(offline);
    return { settings, revision, ...(audit && { audit }) };
  }

  async function load() {
    for (const delay of [200, 1000]) {
      try {
        return await once();
      } catch (error) {
        if (!error.passing) throw error;
        await wait(Math.min(error.retryAfter ?? delay, LONGEST));
      }
    }
    return once();
  }

  /** What became of a save that the server refused as stale, or whose answer did not arrive. */
  async function reread(settings, revision, refused) {
    const current = await load().catch(() => undefined);
    // A first answer that was lost makes the second one a refusal: what the server holds decides.
    if (current && current.revision !== revision) {
      if (same(current.settings, settings)) return { revision: current.revision };
      throw conflict({ settings: current.settings, revision: current.revision });
    }
    if (refused && current) throw conflict({ settings: current.settings, revision: current.revision });
    throw failure("unconfirmed", "The server did not confirm the save. It may still arrive: load again before another try.");
  }

  async function save(settings, { revision = null, note, entry } = {}) {
    const condition = revision === null ? { "If-None-Match": "*" } : { "If-Match": revision };
    const init = { method: "PUT", headers: { "Content-Type": "application/json", ...condition }, body: JSON.stringify({ settings, note, entry }) };
    for (let tries = 1; ; tries++) {
      const response = await ask(init).catch(() => undefined);
      if (response?.status === 412) return reread(settings, revision, true);
      // These say that nothing was written; of a 5xx nobody knows.
      if (response?.status >= 400 && response.status < 500) {
        const error = refused(response, now());
        if (response.status !== 429 || tries === 3) throw error;
        await wait(Math.min(error.retryAfter ?? tries * 1000, LONGEST));
        continue;
      }
      const next = response?.ok && response.headers.get("ETag");
      return next ? { revision: next } : reread(settings, revision, false);
    }
  }

  return { load, save };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function offline() {
  throw failure("offline", "The server could not be reached.", { passing: true });
}

function refused(response, now) {
  const { status } = response;
  const retryAfter = delay(response.headers.get("Retry-After"), now);
  const more = { status, passing: status >= 500 || status === 429, ...(retryAfter >= 0 && { retryAfter }) };
  if (status === 401 || status === 403) return failure("forbidden", "The server does not allow this.", more);
  return failure("server", `The server answered ${status}.`, more);
}

/** Milliseconds out of a Retry-After, which is seconds or a date. */
function delay(value, now) {
  if (value === null) return undefined;
  return /^\d+$/.test(value) ? Number(value) * 1000 : Math.max(0, Date.parse(value) - now);
}

/** Whether two settings say the same. The order of members and of exceptions says nothing. */
function same(a, b) {
  return canonical(a) === canonical(b);
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).sort()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
}
