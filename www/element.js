// <data-contribution>: attributes, properties and the life of an element, around a surface.
import { open, Surface } from "./surface.js";

/** Data that a host sets as properties, and what it writes as attributes. */
const PROPERTIES = ["organization", "organizations", "adapter", "policy", "samples", "now", "seed", "reference"];
const ATTRIBUTES = ["locale", "theme", "readonly", "view"];

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
