// One mounted page in somebody else's page: its shadow root, what it asks of the world, and what it tells its host.
import { failure, mark } from "./failures.js";
import { Navigation } from "./navigation.js";
import { words } from "./words.js";

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|.*-xb$)/i;

/**
 * What every surface starts with, so that nothing jumps when the styles and the page module arrive. Of the host's page nothing is
 * inherited but custom properties, and its rules for all elements do not reach past `!important`; `medium` is the reader's own size of
 * text, whatever the host made of `rem`, and everything here counts in it.
 */
const BASE = `
:host { display: block !important; font-size: medium !important; --dc-rem: 1em !important; }
:host([hidden]) { display: none !important; }
.dc-root { all: initial; display: block; font: 14px/20px system-ui, sans-serif; min-block-size: 960px; }
.dc-root[data-dc-mounted] { min-block-size: 0; }
.dc-before[data-dc-over] { position: absolute; visibility: hidden; inset-inline: 0; }
.dc-wait { display: grid; gap: 16px; }
.dc-wait > div { block-size: 64px; border-radius: 6px; background: var(--ds-skeleton, rgba(128, 128, 128, 0.12)); }
.dc-wait > div:first-child { inline-size: 40%; block-size: 40px; }
.dc-fatal { padding: 16px; color: var(--ds-text, CanvasText); }
`;

let baseSheet;
function base() {
  if (!baseSheet) {
    // As a length, --dc-rem is computed where it is set and inherited in pixels.
    const unit = { name: "--dc-rem", syntax: "<length>", inherits: true, initialValue: "16px" };
    try {
      CSS.registerProperty(unit);
    } catch {
      // Another copy of this module has done it.
    }
    baseSheet = new CSSStyleSheet();
    baseSheet.replaceSync(BASE);
  }
  return baseSheet;
}

/** Every surface that is open. */
export const open = new Set();

/** Once what is mounted has been painted; at once where nothing is, and soon where nobody looks. */
export async function painted() {
  if (open.size === 0) return;
  await Promise.all([...open].map((surface) => surface.opened));
  await framed();
}

/** Once what stands is on the screen; soon where nobody looks. */
function framed() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    setTimeout(resolve, 1000);
  });
}

/**
 * One mounted page. The element and `mount()` are two ways to have one.
 * `runtime`: `{ page(): Promise<exports>, styles(): Promise<CSSStyleSheet[]>, engine, complete(request): Promise<request>, reload(), notices: Error[] }`.
 */
export class Surface {
  #runtime;
  #owner;
  #root;
  #wrapper;
  #options = {};
  #page;
  #id;
  #draft;
  #ended;
  #navigation;
  #styled;
  #drawn;
  #trouble;
  #turn = 0;
  #cleared = 0;
  #lanes = new Map();

  /**
   * @param {object} runtime
   * @param {HTMLElement} owner Where events come from.
   * @param {ShadowRoot} root
   */
  constructor(runtime, owner, root) {
    this.#runtime = runtime;
    this.#owner = owner;
    this.#root = root;
    this.#wrapper = Object.assign(document.createElement("div"), { className: "dc-root" });
    root.replaceChildren(this.#wrapper);
    root.adoptedStyleSheets = [base()];
    this.#styled = runtime.styles().then(
      (sheets) => (root.adoptedStyleSheets = [base(), ...sheets]),
      (error) => this.report(error),
    );
  }

  get isMounted() {
    return this.#id !== undefined;
  }

  /** Shows the page. Resolves once it is mounted, or has failed and said so. */
  open(options) {
    this.opened = this.#open(options);
    return this.opened;
  }

  async #open(options) {
    open.add(this);
    this.#ended = new AbortController();
    this.#options = options;
    this.#dress();
    this.#followTheme();
    this.#showSkeleton();
    const { signal } = this.#ended;
    try {
      for (const notice of this.#runtime.notices) this.report(notice);
      // What is drawn before its styles are there would jump when they come. Without them it is drawn all the same.
      const [page] = await Promise.all([this.#runtime.page(), this.#styled]);
      // In a task of its own: to begin with the module was one already.
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      this.#page = page;
      this.#wrapper.replaceChildren();
      // Hidden, not gone: what a frame shows is counted as painted only if it is still there when the frame reaches the screen.
      const before = this.#root.querySelector(".dc-before");
      before?.setAttribute("data-dc-over", "");
      if (!this.#wrapper.isConnected) this.#root.append(this.#wrapper);
      this.#wrapper.dataset.dcMounted = "";
      const drawn = new Promise((resolve) => signal.addEventListener("abort", (this.#drawn = resolve)));
      this.#id = page.mount(this.#wrapper, this.#pageOptions(), this.#host(signal));
      await drawn;
      framed().then(() => before?.remove());
      if (signal.aborted || !this.isMounted) return;
      this.#navigation = new Navigation(this.#wrapper, this.#options.view, (view) => this.emit("dc-navigate", { view }));
    } catch (error) {
      if (!signal.aborted) this.fatal(error);
    }
  }

  /** Passes on what has changed. */
  update(patch) {
    Object.assign(this.#options, patch);
    this.#dress();
    if ("view" in patch && patch.view) this.#navigation?.follow(patch.view);
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
    this.#navigation?.end();
    this.#navigation = undefined;
    delete this.#wrapper.dataset.dcMounted;
    this.#wrapper.replaceChildren();
    open.delete(this);
    if (open.size === 0) this.#runtime.engine.release(this);
    else if (this.#turn > 0) this.#runtime.engine.forget(this);
    // What is still on its way to the engine is not asked any more.
    this.#turn++;
    this.#cleared++;
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
    this.#drawn?.();
    this.#navigation?.end();
    const { absent, broken, reload } = words(this.#options.locale);
    const message = Object.assign(document.createElement("div"), { className: "dc-fatal", role: "alert" });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: reload });
    button.addEventListener("click", () => this.#runtime.reload());
    const text = document.createElement("p");
    text.textContent = error.code && error.code !== "panic" ? absent : broken;
    message.append(text, button);
    this.#wrapper.replaceChildren(message);
    this.#root.replaceChildren(this.#wrapper);
    this.#wrapper.removeAttribute("aria-busy");
    this.#wrapper.dataset.dcMounted = "";
    this.report(error, true);
  }

  /** Tells the host what is wrong. A trap's own message is the machine's and may be anything; ours are sentences. */
  report(error, fatal = false) {
    const { code, message } = error.code ? error : failure("page-broke");
    this.emit("dc-error", { code, message, fatal });
  }

  /** Fires an event that the host can hear outside the shadow root. */
  emit(type, detail) {
    if (type === "dc-ready") {
      mark("dc:interactive");
      this.#drawn();
    }
    // The page knows the engine's trouble by its code; how to mend it, this side knows.
    if (type === "dc-error" && detail.code === this.#trouble?.code) detail = { ...detail, message: this.#trouble.message };
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
    let desk;
    const elsewhere = {
      reference: () => this.#options.reference,
      refused: (demand) => this.emit("dc-error", { code: "options", message: `The reference ${demand}.`, fatal: false }),
    };
    // What a page still wants when it is gone must not start the engine again.
    const whileOpen =
      (run) =>
      async (...given) => {
        if (signal.aborted) throw failure("stopped");
        return run(...given);
      };
    const host = {
      onengine: null,
      preview: whileOpen((request) => this.#preview(request)),
      batch: whileOpen((what, value, news) => (desk ??= this.#runtime.desk(elsewhere)).ask(what, value, news)),
      ask: whileOpen((kind, request) => this.#ask(kind, request)),
      engine: whileOpen(async () => {
        await painted();
        if (signal.aborted) throw failure("stopped");
        return engine.start().catch((error) => {
          this.#trouble = error;
          throw error;
        });
      }),
      forget: () => {
        this.#turn++;
        this.#cleared++;
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
    signal.addEventListener("abort", () => desk?.stop());
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

  /** Anything but the page's own preview, as JSON text; what is asked later of one kind overtakes what was asked before. */
  async #ask(kind, request) {
    const cleared = this.#cleared;
    const complete = await this.#runtime.complete(request);
    if (cleared !== this.#cleared) throw failure("stopped", "The record was cleared meanwhile.");
    if (!this.#lanes.has(kind)) this.#lanes.set(kind, { owner: this });
    const plain = ["preview", "detect", "catalog"].includes(kind);
    const answer = await this.#runtime.engine.ask(kind, plain ? complete : JSON.stringify(complete), this.#lanes.get(kind));
    return typeof answer === "string" ? answer : JSON.stringify(answer);
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

  /** What a host wrote inside the element stands until the page is there; else a few bars do. */
  #showSkeleton() {
    if (this.#owner.childElementCount > 0) {
      const before = Object.assign(document.createElement("div"), { className: "dc-before" });
      before.append(document.createElement("slot"));
      return this.#root.replaceChildren(before);
    }
    const skeleton = Object.assign(document.createElement("div"), { className: "dc-wait" });
    skeleton.append(...Array.from({ length: 6 }, () => document.createElement("div")));
    this.#wrapper.replaceChildren(skeleton);
    this.#root.replaceChildren(this.#wrapper);
  }

  #dress() {
    const { locale = "en", theme } = this.#options;
    this.#wrapper.lang = locale;
    this.#wrapper.dir = this.#owner.dir || (RIGHT_TO_LEFT.test(locale) ? "rtl" : "ltr");
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
  // Each of them may be told by the module, too: once is enough.
  const all = [...open].filter((surface) => surface.isMounted);
  for (const surface of all) surface.detach();
  for (const surface of all) surface.fatal(error);
}

function surroundingMode(element) {
  const own = element.closest("[data-color-mode]") ?? document.querySelector("html[data-color-mode]");
  const mode = own?.dataset.colorMode;
  if (mode === "light" || mode === "dark") return mode;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Data only: no adapter. What is undefined is left out. Of several organizations the first one is shown, unless one is chosen. */
function plain({ adapter, reference, ...data }) {
  const organization = data.organization ?? data.organizations?.[0];
  return Object.fromEntries(Object.entries({ ...data, organization }).filter(([, value]) => value !== undefined));
}

/** A change that takes something away says null. */
function withNulls({ adapter, reference, ...patch }) {
  const organization = "organizations" in patch ? { organization: patch.organizations?.[0] } : {};
  const entries = Object.entries({ ...organization, ...patch });
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? null]));
}
