// For the harness only, and imported before everything else: counts what somebody who leaves should have taken along. Listeners count
// on what outlives an element (window, document, media queries, ports); timers count until they have fired or were cleared.

const listeners = new Map();
const timers = new Set();
const { addEventListener, removeEventListener } = EventTarget.prototype;

const outlives = (target) => !(target instanceof Node) || target === document || target === document.documentElement || target === document.body;
const capture = (options) => (typeof options === "object" ? Boolean(options?.capture) : Boolean(options));
const entry = (type, options) => `${type} ${capture(options)}`;

EventTarget.prototype.addEventListener = function (type, listener, options) {
  const target = this ?? globalThis;
  const signal = typeof options === "object" ? options?.signal : undefined;
  if (listener && !signal?.aborted && outlives(target) && !(target instanceof AbortSignal)) {
    note(target, type, listener, options);
    if (signal) addEventListener.call(signal, "abort", () => forget(target, type, listener, options), { once: true });
    if (options?.once) addEventListener.call(target, type, () => forget(target, type, listener, options), { once: true });
  }
  return addEventListener.call(target, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  forget(this ?? globalThis, type, listener, options);
  return removeEventListener.call(this ?? globalThis, type, listener, options);
};

function note(target, type, listener, options) {
  const all = listeners.get(target) ?? new Map();
  listeners.set(target, all);
  const key = entry(type, options);
  all.set(key, (all.get(key) ?? new Set()).add(listener));
}

function forget(target, type, listener, options) {
  const all = listeners.get(target);
  all?.get(entry(type, options))?.delete(listener);
}

const bound = (name) => globalThis[name].bind(globalThis);
const start = { setTimeout: bound("setTimeout"), setInterval: bound("setInterval") };
const clear = { clearTimeout: bound("clearTimeout"), clearInterval: bound("clearInterval") };
globalThis.setTimeout = (run, ...rest) => {
  const id = start.setTimeout((...args) => {
    timers.delete(id);
    if (typeof run === "function") run(...args);
  }, ...rest);
  timers.add(id);
  return id;
};
globalThis.setInterval = (...args) => {
  const id = start.setInterval(...args);
  timers.add(id);
  return id;
};
for (const name of ["clearTimeout", "clearInterval"]) {
  globalThis[name] = (id) => {
    timers.delete(id);
    clear[name](id);
  };
}

/** How many listeners and timers there are. */
export function counted() {
  const all = [...listeners.values()].flatMap((types) => [...types.values()]);
  return { listeners: all.reduce((sum, set) => sum + set.size, 0), timers: timers.size };
}
