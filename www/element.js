// The page in somebody else's page: a surface with its shadow root, and the element around it.
import { failure, mark } from "./engine.js";

const FATAL = "This page stopped working. Nothing was saved since your last save; what you had changed is kept.";
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|.*-xb$)/i;

/** What every surface starts with, so that nothing jumps when the styles and the page module arrive. */
const BASE = `
:host { display: block; }
:host([hidden]) { display: none; }
.dc-root { min-block-size: 60rem; }
.dc-root[data-dc-mounted] { min-block-size: 0; }
.dc-skeleton { display: grid; gap: 1rem; }
.dc-skeleton > div { block-size: 4rem; border-radius: 6px; background: var(--ds-skeleton, rgba(128, 128, 128, 0.12)); }
.dc-skeleton > div:first-child { inline-size: 40%; block-size: 2.5rem; }
.dc-fatal { padding: 1rem; font: 14px/20px system-ui, sans-serif; }
`;

/** Data that a host sets as properties, and what it writes as attributes. */
const PROPERTIES = ["organization", "organizations", "adapter", "policy", "samples", "now", "seed"];
const ATTRIBUTES = ["locale", "theme", "readonly", "view"];

let baseSheet;
function base() {
  if (!baseSheet) {
    baseSheet = new CSSStyleSheet();
    baseSheet.replaceSync(BASE);
  }
  return baseSheet;
}

/** Every surface that is open. */
export const open = new Set();

/**
 * One mounted page. The element and `mount()` are two ways to have one.
 * `runtime`: `{ page(): Promise<exports>, styles(): Promise<CSSStyleSheet[]>, engine, complete(request): Promise<request>, reload() }`.
 */
export class Surface {
  #runtime;
  #owner;
  #wrapper;
  #options = {};
  #page;
  #id;
  #draft;
  #ended;
  #turn = 0;

  /**
   * @param {object} runtime
   * @param {HTMLElement} owner Where events come from.
   * @param {ShadowRoot} root
   */
  constructor(runtime, owner, root) {
    this.#runtime = runtime;
    this.#owner = owner;
    this.#wrapper = Object.assign(document.createElement("div"), { className: "dc-root" });
    root.replaceChildren(this.#wrapper);
    root.adoptedStyleSheets = [base()];
    runtime.styles().then(
      (sheets) => (root.adoptedStyleSheets = [base(), ...sheets]),
      (error) => this.#report(error, false),
    );
  }

  get isMounted() {
    return this.#id !== undefined;
  }

  /** Shows the page. Resolves once it is mounted, or has failed and said so. */
  async open(options) {
    open.add(this);
    this.#ended = new AbortController();
    this.#options = options;
    this.#dress();
    this.#followTheme();
    this.#showSkeleton();
    const { signal } = this.#ended;
    try {
      const page = await this.#runtime.page();
      if (signal.aborted) return;
      this.#page = page;
      this.#wrapper.replaceChildren();
      this.#wrapper.dataset.dcMounted = "";
      this.#id = page.mount(this.#wrapper, this.#pageOptions(), this.#host(signal));
    } catch (error) {
      if (!signal.aborted) this.fatal(error);
    }
  }

  /** Passes on what has changed. */
  update(patch) {
    Object.assign(this.#options, patch);
    this.#dress();
    if ("adapter" in patch && this.isMounted) return this.reopen();
    this.#call("update", withNulls(patch));
  }

  /** The settings as they are shown, unsaved changes included. */
  settings() {
    return this.#call("settings") ?? null;
  }

  isDirty() {
    return this.#call("isDirty") ?? false;
  }

  discard() {
    this.#draft = undefined;
    this.#call("discard");
  }

  focus() {
    this.#call("focus");
  }

  /** Frees everything but the draft. */
  close() {
    if (this.isMounted) {
      this.#draft = this.isDirty() ? this.settings() : undefined;
      this.#call("unmount");
    }
    this.#id = undefined;
    this.#ended?.abort();
    delete this.#wrapper.dataset.dcMounted;
    this.#wrapper.replaceChildren();
    open.delete(this);
  }

  reopen() {
    this.close();
    return this.open(this.#options);
  }

  /** Calls the page module no more. */
  detach() {
    this.#id = undefined;
  }

  /** The page module broke or did not arrive: its memory cannot be trusted, so a plain message takes its place. */
  fatal(error) {
    this.detach();
    const message = Object.assign(document.createElement("div"), { className: "dc-fatal", role: "alert" });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Reload" });
    button.addEventListener("click", () => this.#runtime.reload());
    const text = document.createElement("p");
    text.textContent = FATAL;
    message.append(text, button);
    this.#wrapper.replaceChildren(message);
    this.#wrapper.removeAttribute("aria-busy");
    this.#report(error, true);
  }

  #report(error, fatal) {
    const { code = "page-broke", message } = error;
    // A trap's own message is the machine's and may be anything; ours are sentences.
    this.emit("dc-error", { code, message: error.code ? message : "The page module broke.", fatal });
  }

  /** Fires an event that the host can hear outside the shadow root. */
  emit(type, detail) {
    if (type === "dc-ready") mark("dc:interactive");
    if (type === "dc-change") this.#draft = detail.isDirty ? detail.draft : undefined;
    return this.#owner.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #call(name, ...args) {
    if (!this.isMounted) return undefined;
    try {
      return this.#page[name](this.#id, ...args);
    } catch (error) {
      breakAll(error);
      return undefined;
    }
  }

  /** What the page module asks of the world. */
  #host(signal) {
    const { engine } = this.#runtime;
    const lane = this;
    const host = {
      onengine: null,
      preview: (request) => this.#preview(request),
      engine: () => engine.start(),
      forget: () => {
        this.#turn++;
        engine.forget(lane);
      },
      load: async (organization) => {
        if (!this.#options.adapter) return { settings: null, revision: null };
        return this.#adapter(organization).load();
      },
      save: async (settings, about) => this.#save(settings, about),
      emit: (type, detail) => this.emit(type, detail),
      fatal: breakAll,
    };
    signal.addEventListener("abort", engine.listen((news) => host.onengine?.(news)));
    return host;
  }

  /** What is asked later overtakes what is asked before, while its text is still on the way, too. */
  async #preview(request) {
    const turn = ++this.#turn;
    const complete = await this.#runtime.complete(request);
    if (turn !== this.#turn) throw failure("superseded", "A later request took this one's place.");
    return this.#runtime.engine.ask("preview", complete, this);
  }

  /** A listener may answer a save in the adapter's place, or forbid it. */
  #save(settings, { revision, note, organization, entry } = {}) {
    let answer;
    const detail = { settings, revision, note, ...(entry && { entry }) };
    const event = new CustomEvent("dc-save", { detail, bubbles: true, composed: true, cancelable: true });
    event.respondWith = (promise) => {
      answer = Promise.resolve(promise);
    };
    const allowed = this.#owner.dispatchEvent(event);
    if (answer) return answer;
    if (!allowed) throw failure("canceled", "The host did not allow the save.");
    if (!this.#options.adapter) throw failure("no-adapter", "The host gave no adapter to save with.");
    return this.#adapter(organization).save(settings, detail);
  }

  /** The adapter of one of several organizations. Without `of` there is one adapter, which is the first organization's. */
  #adapter(id) {
    const { adapter, organization, organizations } = this.#options;
    const first = (organization ?? organizations?.[0])?.id;
    if (adapter.of && id !== undefined) return adapter.of(id);
    if (id !== undefined && first !== undefined && id !== first) {
      throw failure("no-adapter", "The host gave no adapter for this organization.");
    }
    return adapter;
  }

  #pageOptions() {
    return plain({ ...this.#options, draft: this.#draft });
  }

  #showSkeleton() {
    const skeleton = Object.assign(document.createElement("div"), { className: "dc-skeleton" });
    skeleton.append(...Array.from({ length: 6 }, () => document.createElement("div")));
    this.#wrapper.replaceChildren(skeleton);
  }

  #dress() {
    const { locale = "en", theme } = this.#options;
    this.#wrapper.lang = locale;
    this.#wrapper.dir = RIGHT_TO_LEFT.test(locale) ? "rtl" : "ltr";
    this.#wrapper.dataset.colorMode = theme === "light" || theme === "dark" ? theme : surroundingMode(this.#owner);
  }

  /** A theme of `auto` follows the host's `data-color-mode`, else the system. */
  #followTheme() {
    const { signal } = this.#ended;
    const dress = () => this.#dress();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress, { signal });
    const observer = new MutationObserver(dress);
    observer.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ["data-color-mode"] });
    signal.addEventListener("abort", () => observer.disconnect());
  }
}

/** All surfaces share one page module. None may call it any more when the first one tells its host, who may ask another one. */
function breakAll(error) {
  const all = [...open];
  for (const surface of all) surface.detach();
  for (const surface of all) surface.fatal(error);
}

function surroundingMode(element) {
  const own = element.closest("[data-color-mode]") ?? document.querySelector("html[data-color-mode]");
  const mode = own?.dataset.colorMode;
  if (mode === "light" || mode === "dark") return mode;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Data only: no adapter. What is undefined is left out. */
function plain({ adapter, ...data }) {
  const organization = data.organization ?? data.organizations?.[0];
  const all = organization === undefined ? data : { ...data, organization };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A change that takes something away says null. */
function withNulls({ adapter, ...patch }) {
  const organization = "organizations" in patch ? { organization: patch.organizations?.[0] } : {};
  const entries = Object.entries({ ...organization, ...patch });
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? null]));
}

const Base = globalThis.HTMLElement ?? class {};

/**
 * The class of `<data-contribution>`.
 * @param {object} runtime
 */
export function elementClass(runtime) {
  class DataContribution extends Base {
    static observedAttributes = ATTRIBUTES;
    #values = {};
    #surface;
    #changed;

    static {
      const accessor = (name, get, set) => Object.defineProperty(this.prototype, name, { get, set, enumerable: true });
      for (const name of PROPERTIES) {
        const get = function () {
          return this.#values[name];
        };
        accessor(name, get, function (value) {
          this.#values[name] = value;
          this.#change(name);
        });
      }
      for (const name of ATTRIBUTES.filter((name) => name !== "readonly")) {
        const get = function () {
          return this.getAttribute(name) ?? undefined;
        };
        accessor(name, get, function (value) {
          if (value === null || value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, value);
        });
      }
    }

    get readonly() {
      return this.hasAttribute("readonly");
    }

    set readonly(value) {
      this.toggleAttribute("readonly", Boolean(value));
    }

    connectedCallback() {
      // Properties that were set before the element was defined hide the accessors: set them again, properly.
      for (const name of [...PROPERTIES, ...ATTRIBUTES]) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      this.#surface ??= new Surface(runtime, this, this.shadowRoot ?? this.attachShadow({ mode: "open" }));
      if (!open.has(this.#surface)) this.#surface.open(this.#all());
    }

    // A moved element is disconnected and connected again at once: only one that stays away is closed.
    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected && open.has(this.#surface)) this.#surface.close();
      });
    }

    connectedMoveCallback() {}

    attributeChangedCallback(name) {
      this.#change(name);
    }

    get settings() {
      return this.#surface?.settings() ?? null;
    }

    get isDirty() {
      return this.#surface?.isDirty() ?? false;
    }

    discard() {
      this.#surface?.discard();
    }

    focus() {
      this.#surface?.focus();
    }

    #all() {
      const attributes = ATTRIBUTES.map((name) => [name, this[name]]);
      return Object.fromEntries([...Object.entries(this.#values), ...attributes]);
    }

    /** Changes of one turn are passed on together. */
    #change(name) {
      if (!this.#surface || !open.has(this.#surface)) return;
      if (!this.#changed) {
        queueMicrotask(() => {
          const all = this.#all();
          const patch = Object.fromEntries(this.#changed.map((changed) => [changed, all[changed]]));
          this.#changed = undefined;
          if (open.has(this.#surface)) this.#surface.update(patch);
        });
      }
      (this.#changed ??= []).push(name);
    }
  }

  return DataContribution;
}
