// The page's side of the engine: one worker, its queue, its restarts. Knows nothing of records.
import { failure, mark } from "./failures.js";
import { script } from "./trusted.js";

/** Milliseconds that one request may take; then the worker is ended and another one started. */
const PATIENCE = 5_000;
/** Milliseconds that a worker may take to start. */
const START = 15_000;

/** Which requests are of a lane, or of one that it owns. */
const belongsTo = (owner) => ({ lane }) => lane !== undefined && (lane === owner || lane.owner === owner);

/** One request at a time goes to the worker, so that its five seconds are its own and late ones can still be overtaken. */
export class Engine {
  #module;
  #names;
  #url;
  /** @type {Worker | undefined} */ #worker;
  /** @type {Promise<{ version: string, sandboxed: boolean }> | undefined} */ #started;
  #abandon = () => {};
  #unwatch = () => {};
  #queue = [];
  #current;
  #timer;
  #lastId = 0;
  #generation = 0;
  #listeners = new Set();
  #unneeded = false;
  #ready = false;

  /**
   * @param {() => Promise<WebAssembly.Module>} module
   * @param {() => Promise<ArrayBuffer | undefined>} names
   * @param {() => string} url Address of the worker script.
   */
  constructor(module, names, url) {
    this.#module = module;
    this.#names = names;
    this.#url = url;
  }

  /** How many workers live. */
  get workers() {
    return this.#worker ? 1 : 0;
  }

  /**
   * Tells a listener of restarts: `{ state: "restarting" | "ready" | "failed", code }`. Gives a function that stops it.
   * @param {(news: { state: string, code?: string }) => void} listener
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts the worker, once. `sandboxed`: whether the worker's own request was stopped by its policy. */
  start() {
    this.#unneeded = false;
    return this.#startOnce();
  }

  #startOnce() {
    if (!this.#started) {
      const started = this.#start(++this.#generation);
      this.#started = started;
      started.catch(() => this.#started === started && this.#end());
    }
    return this.#started;
  }

  /**
   * Asks, and gives the answer. An unsent request of the same lane is overtaken: it fails with `superseded`.
   * @param {"preview" | "detect" | "catalog"} kind
   * @param {object} [request]
   * @param {object} [lane]
   */
  ask(kind, request, lane, transfer) {
    this.#unneeded = false;
    return new Promise((resolve, reject) => {
      if (lane) this.#fail(this.#take((job) => job.lane === lane), "superseded");
      this.#queue.push({ id: ++this.#lastId, kind, request, lane, transfer, resolve, reject });
      this.#next();
    });
  }

  /**
   * Drops whatever the engine may still hold of the requests of one lane and of those that it owns: its memory ends with its worker, and another one starts.
   * @param {object} lane
   */
  forget(lane) {
    const its = belongsTo(lane);
    this.#fail(this.#take(its), "stopped");
    // A worker that has not started yet was told nothing.
    if (!this.#ready) return;
    // Somebody else's request is asked again.
    if (this.#current && !its(this.#current)) {
      this.#queue.unshift(this.#current);
      this.#rest();
    }
    this.#end();
    this.start().catch(() => {});
    this.#next();
  }

  /**
   * Nobody shows anything any more: the worker ends, and what it holds with it, once it has answered what others asked. The next request
   * starts another one.
   * @param {object} lane The one that ends last.
   */
  release(lane) {
    const its = belongsTo(lane);
    this.#fail(this.#take(its), "stopped");
    this.#unneeded = true;
    if (this.#current && its(this.#current)) this.#end();
    this.#next();
  }

  /** Ends the worker and whatever was asked of it. The next request starts another one. */
  stop() {
    this.#fail(this.#take(() => true), "stopped");
    this.#end();
  }

  async #start(generation) {
    const parts = Promise.all([this.#module(), this.#names()]);
    parts.catch(() => {}); // heard below
    // The worker begins and tries its walls while the engine is still on its way.
    const worker = new Worker(script(this.#url()));
    this.#worker = worker;
    const { sandboxed } = await this.#hear(worker, "probe", { kind: "probe" });
    const [module, names] = await parts;
    if (generation !== this.#generation) throw failure("stopped");
    const { version } = await this.#hear(worker, "ready", { kind: "start", module, names });
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = () => this.#restart("engine-trap");
    mark("dc:engine");
    this.#ready = true;
    this.#next();
    return { version, sandboxed };
  }

  /** Posts a message and waits for the one that answers it. */
  #hear(worker, kind, message) {
    return new Promise((resolve, reject) => {
      const give = (code) => {
        clearTimeout(timer);
        this.#unwatch();
        reject(failure(code));
      };
      const timer = setTimeout(give, START, "engine-start");
      this.#abandon = () => give("stopped");
      // A worker that the page's policy stops, too, breaks without a reason; the reason is an event of its own.
      const stopped = new Promise((resolve) => {
        const note = ({ effectiveDirective: name }) => name === "worker-src" && resolve("worker-blocked");
        document.addEventListener("securitypolicyviolation", note);
        worker.onerror = () => setTimeout(resolve, 50, "worker-load");
        this.#unwatch = () => document.removeEventListener("securitypolicyviolation", note);
      });
      stopped.then(give);
      worker.onmessage = ({ data }) => {
        if (data.fatal) return give(data.fatal);
        if (data.kind !== kind) return;
        clearTimeout(timer);
        this.#unwatch();
        resolve(data);
      };
      worker.postMessage(message);
    });
  }

  #next() {
    if (this.#current) return;
    if (this.#queue.length === 0) {
      if (this.#unneeded && this.#ready) this.#end();
      return;
    }
    const job = this.#queue[0];
    const started = this.#startOnce();
    started.then(
      () => {
        // Meanwhile the worker may have ended, the job may have been overtaken, or another one may be under way.
        if (this.#started !== started) this.#next();
        else if (!this.#current && this.#queue.length > 0) this.#send(this.#queue.shift());
      },
      (error) => {
        // Where the start was only cut short, there will be another one.
        if (error.code !== "stopped") for (const failed of this.#take((queued) => queued === job)) failed.reject(error);
        this.#next();
      },
    );
  }

  #send(job) {
    this.#current = job;
    // A piece of many records takes as long as it takes: whoever reads an hour of them can give up, a busy moment must not.
    if (!job.kind.startsWith("batch-")) this.#timer = setTimeout(() => this.#restart("engine-timeout"), PATIENCE);
    if (job.kind === "preview") mark("dc:preview-start");
    this.#worker.postMessage({ id: job.id, kind: job.kind, request: job.request }, job.transfer ?? []);
  }

  #answered({ id, ok, error, fatal }) {
    if (id !== this.#current?.id) return;
    if (fatal) return this.#restart(fatal);
    const job = this.#current;
    if (job.kind === "preview") mark("dc:preview-end");
    this.#rest();
    if (error) job.reject(failure(error.code, `The engine refused: ${error.code}.`, error));
    else job.resolve(ok);
    this.#next();
  }

  #restart(code) {
    this.#end(code);
    this.#tell("restarting", code);
    this.start().then(
      () => this.#tell("ready", code),
      (error) => this.#tell("failed", error.code),
    );
    this.#next();
  }

  #end(code = "stopped") {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = undefined;
    this.#ready = false;
    this.#generation++;
    this.#abandon();
    const job = this.#current;
    this.#rest();
    if (job) this.#fail([job], code);
  }

  /** Takes jobs out of the queue. */
  #take(which) {
    const taken = this.#queue.filter(which);
    this.#queue = this.#queue.filter((job) => !taken.includes(job));
    return taken;
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#current = undefined;
  }

  #fail(jobs, code) {
    for (const job of jobs) job.reject(failure(code));
  }

  #tell(state, code) {
    for (const listener of this.#listeners) listener({ state, code });
  }
}
