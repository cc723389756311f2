// For hosts whose own policy allows no WebAssembly, or that want the page behind an origin of its own: the page in a frame.
import { failure } from "./failures.js";
import { EVENTS, LONGEST, VERSION, read, told } from "./protocol.js";
import { words } from "./words.js";

/** Milliseconds that the page in the frame may take to say hello. */
const PATIENCE = 15_000;
/** Pixels that the frame is at most made high. */
const HIGHEST = 100_000;

/**
 * Puts the page into a frame inside `host`. Resolves once both sides are connected. Events are fired at the frame, as the element fires
 * its own, `dc-save` with `respondWith` included.
 * @param {Element} host
 * @param {import("./frame").FrameOptions} [options]
 */
export async function frame(host, { src = new URL("./embed.html", import.meta.url).href, adapter, height = "content", title, ...options } = {}) {
  const element = Object.assign(document.createElement("iframe"), { title: title ?? words(options.locale).title });
  element.allow = "clipboard-write";
  Object.assign(element.style, { display: "block", inlineSize: "100%", border: "0", blockSize: height === "content" ? "960px" : "100%" });
  const ended = new AbortController();
  const { signal } = ended;
  const state = { settings: null, isDirty: false };
  const emit = (type, detail, more) => element.dispatchEvent(Object.assign(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === "dc-save" }), more));

  const address = new URL(src, location.href);
  const hello = connected(element, address.origin, signal);
  element.src = address.href;
  host.append(element);
  const port = await hello.catch((error) => {
    emit("dc-error", { code: error.code, message: error.message, fatal: true });
    ended.abort();
    throw error;
  });
  signal.addEventListener("abort", () => port.close());

  const say = (message) => {
    const text = JSON.stringify(message);
    if (text.length > LONGEST.toGuest) throw failure("too-large", `The options are ${text.length} characters of JSON, must be at most ${LONGEST.toGuest}.`);
    port.postMessage(text);
  };

  const heard = {
    event({ event, detail }) {
      if (EVENTS.includes(event)) emit(event, detail ?? null);
    },
    state: ({ settings, isDirty }) => Object.assign(state, { settings: settings ?? null, isDirty: isDirty === true }),
    height({ pixels }) {
      if (height !== "content" || !(pixels > 0 && pixels < HIGHEST)) return;
      element.style.blockSize = `${Math.ceil(pixels)}px`;
      sight();
    },
    load: ({ id, organization }) => answer(id, async () => of(organization).load()),
    save: ({ id, organization, settings, revision, note, entry }) => answer(id, async () => save(organization, settings, { revision, note, ...(entry && { entry }) })),
    refused: ({ code }) => emit("dc-error", { code: String(code), message: "The page in the frame refused a message.", fatal: false }),
  };
  port.onmessage = ({ data }) => {
    const message = read(data, LONGEST.toHost, Object.keys(heard));
    if (message) heard[message.type](message);
  };

  async function answer(id, work) {
    const reply = await work().then((ok) => ({ ok }), (error) => ({ error: told(error) }));
    if (!signal.aborted) say({ type: "answer", id, ...reply });
  }

  /** The adapter of one of several organizations. */
  function of(organization) {
    return organization === undefined || !adapter.of ? adapter : adapter.of(String(organization));
  }

  /** A listener may answer a save in the adapter's place, or forbid it. */
  function save(organization, settings, about) {
    let given;
    const allowed = emit("dc-save", { settings, ...about }, { respondWith: (promise) => (given = Promise.resolve(promise)) });
    if (given) return given;
    if (!allowed) throw failure("canceled", "The host did not allow the save.");
    if (!adapter) throw failure("no-adapter", "The host gave no adapter to save with.");
    return of(organization).save(settings, about);
  }

  /** Tells which part of the frame is in sight, so that dialogs open there. */
  function sight() {
    const { top, bottom } = element.getBoundingClientRect();
    say({ type: "viewport", top: Math.max(0, -top), height: Math.min(bottom, innerHeight) - Math.max(top, 0) });
  }

  const { theme = "auto", ...rest } = options;
  const look = { theme };
  const dressed = () => ({ theme: look.theme === "auto" ? surroundingMode(element) : look.theme });
  const set = (patch, more) => say({ type: "options", patch: nulls(patch), tokens: hostTokens(element), ...more });
  set({ ...rest, ...dressed() }, { adapter: adapter ? (adapter.of ? "many" : "one") : "none" });
  followTheme(() => set(dressed()), signal);
  if (height === "content") for (const type of ["scroll", "resize"]) addEventListener(type, sight, { capture: true, passive: true, signal });

  return {
    element,
    update({ theme: changed, ...patch }) {
      if (changed !== undefined) look.theme = changed;
      if (title === undefined && "locale" in patch) element.title = words(patch.locale).title;
      set({ ...patch, ...dressed() });
    },
    settings: () => state.settings,
    isDirty: () => state.isDirty,
    discard: () => say({ type: "discard" }),
    focus() {
      element.focus();
      say({ type: "focus" });
    },
    unmount() {
      if (!signal.aborted) say({ type: "dispose" });
      ended.abort();
      element.remove();
    },
  };
}

/** Waits for the guest's hello, offers it a port, and hears whether it refuses. */
function connected(element, origin, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(reject, failure("frame-silent", `The frame did not answer: ${origin} must serve embed.html with a frame-ancestors that names this page's origin.`)), PATIENCE);
    const end = (settle, value) => {
      clearTimeout(timer);
      removeEventListener("message", hear);
      settle(value);
    };
    const hear = ({ source, origin: from, data }) => {
      if (source !== element.contentWindow || from !== origin) return;
      if (data?.type === "dc-refused") end(reject, failure("frame-refused", "The page in the frame does not know this host: add its origin to data-contribution-hosts in embed.html, and take both sides from one version."));
      if (data?.type !== "dc-hello" || !Array.isArray(data.versions)) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => read(data, LONGEST.toHost, ["welcome"]) && end(resolve, port1);
      source.postMessage({ type: "dc-connect", version: VERSION }, origin, [port2]);
    };
    addEventListener("message", hear);
    signal.addEventListener("abort", () => end(reject, failure("stopped")));
  });
}

/** What is taken away is said as null: JSON has no undefined. */
function nulls(patch) {
  return Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value ?? null]));
}

function surroundingMode(element) {
  const mode = (element.closest("[data-color-mode]") ?? document.documentElement).dataset.colorMode;
  if (mode === "light" || mode === "dark") return mode;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Every design token of the host, where the browser lists custom properties; elsewhere the page in the frame keeps its own. */
function hostTokens(element) {
  const styles = element.computedStyleMap?.() ?? [];
  return Object.fromEntries([...styles].filter(([name]) => name.startsWith("--ds-")).map(([name, [value]]) => [name, String(value).trim()]));
}

function followTheme(dress, signal) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress, { signal });
  const observer = new MutationObserver(dress);
  observer.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ["data-color-mode", "data-theme"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
