// Files of records, read in slices by a worker of their own: the page's engine answers meanwhile, and giving up ends the worker.
import { failure } from "./failures.js";

/** Bytes that the worker gets at once: a few hundredths of a second of its time. */
const SLICE = 1 << 18;
/** Bytes that are unpacked at once. */
const PIECE = 1 << 14;
/** Milliseconds between two pieces of news. */
const PAUSE = 100;

/**
 * Counts bytes on their way. A stream that breaks off drops what it has given and nobody has fetched yet: so packed bytes come in small
 * pieces, and behind the last one comes nothing, which waits, as every piece does, until all before it is fetched.
 */
function counter(count) {
  return new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength);
      for (let at = 0; at < chunk.byteLength; at += PIECE) controller.enqueue(chunk.subarray(at, at + PIECE));
    },
    flush(controller) {
      controller.enqueue(new Uint8Array());
    },
  });
}

/** The bytes of a file in slices, each read while the worker is busy with the one before. */
async function* plain(file, count) {
  let next = file.slice(0, SLICE).arrayBuffer();
  for (let at = SLICE; next; at += SLICE) {
    const slice = await next;
    next = at < file.size && file.slice(at, at + SLICE).arrayBuffer();
    // What cannot be read is told when its turn comes.
    if (next) next.catch(() => {});
    count(slice.byteLength);
    yield slice;
  }
}

/** The bytes of a file in slices, unpacked where it is gzip. */
async function* slices(file, count) {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return yield* plain(file, count);
  const reader = file.stream().pipeThrough(counter(count)).pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let at = 0; at < value.byteLength; at += SLICE) yield value.slice(at, at + SLICE).buffer;
    }
  } finally {
    // Also where nobody wants the rest any more.
    reader.cancel().catch(() => {});
  }
}

/** Generated records in steps, so that they can be given up, too. */
async function* generated(engine, { seed, organizations, records }, count) {
  for (let done = 0; done < records; done += 500) {
    const some = Math.min(500, records - done);
    const text = await engine.ask("batch-sample", { seed: `${seed} ${done}`, organizations, records: some });
    count(some);
    yield new TextEncoder().encode(text).buffer;
  }
}

/**
 * Reads a file, or generates records. Gives the progress at most ten times a second, then once more with everything read: then the
 * engine can be looked at with `batch-look`.
 * @param {import("./engine.js").Engine} engine One that does nothing else.
 * @param {{ file?: Blob, sample?: { seed: string, organizations: number, records: number }, request: object, options?: object }} job
 */
export async function* read(engine, { file, sample, request, options = {} }) {
  const total = sample ? sample.records : file.size;
  const started = performance.now();
  let bytes = 0;
  let told = -Infinity;
  let endsEarly = false;
  const count = (more) => (bytes += more);
  const news = (progress) => {
    const seconds = (performance.now() - started) / 1000;
    const rate = seconds > 0 ? bytes / seconds : 0;
    const { records, unread, lines } = progress;
    return { records, failed: unread, lines, endsEarly: progress.endsEarly, bytes, total, rate, secondsLeft: rate > 0 ? (total - bytes) / rate : null };
  };
  await engine.ask("batch-begin", { request, options: JSON.stringify(options) });
  const pieces = sample ? generated(engine, sample, count) : slices(file, count);
  try {
    for await (const piece of pieces) {
      const progress = JSON.parse(await engine.ask("batch-push", piece, undefined, [piece]));
      if (performance.now() - told < PAUSE) continue;
      told = performance.now();
      yield news(progress);
    }
  } catch (error) {
    // A packed file that breaks off, or a file that went away: what was read before counts.
    if (error.code) throw error;
    endsEarly = true;
  }
  const progress = JSON.parse(await engine.ask("batch-end", endsEarly));
  bytes = endsEarly ? bytes : total;
  yield { ...news(progress), done: true };
}

/** What is frequent elsewhere, as the engine takes it: the text or the object that `deid sketch` wrote. */
export function sketchText(reference) {
  return typeof reference === "string" ? reference : reference ? JSON.stringify(reference) : "";
}

/** What a page asks of its batches: one at a time, in a worker that lives as long as it is needed. */
export class Desk {
  #engine;
  #complete;
  #host;
  /** The reference that the worker has. */
  #known;

  /**
   * @param {() => import("./engine.js").Engine} make
   * @param {(request: object) => Promise<object>} complete
   * @param {{ reference(): unknown, refused(demand: string): void }} host
   */
  constructor(make, complete, host) {
    this.#engine = make();
    this.#complete = complete;
    this.#host = host;
  }

  /** Gives the worker what the host says is frequent elsewhere. What cannot be used is told, and nothing is used. */
  async #refer() {
    const reference = this.#host.reference();
    if (reference === this.#known) return;
    this.#known = reference;
    await this.#engine.ask("batch-reference", sketchText(reference)).catch((error) => {
      if (error.code !== "reference") throw error;
      this.#host.refused(error.demand);
    });
  }

  /** `run`, `look`, `rarity`, `cancel`. Answers with JSON text. */
  async ask(what, value, news) {
    if (what === "cancel") return this.stop();
    if (what === "look" || what === "rarity") await this.#refer();
    if (what === "look") return this.#engine.ask("batch-look", value);
    if (what === "rarity") return this.#engine.ask("batch-rarity", value);
    if (what !== "run") throw failure("request", "A batch is not asked that.");
    const { parameters, text, ...job } = value;
    const file = text === undefined ? job.file : new Blob([text]);
    let last;
    const request = await this.#complete(job.request);
    for await (const progress of read(this.#engine, { ...job, file, request, options: JSON.parse(job.options) })) {
      last = JSON.stringify(progress);
      news?.(last);
    }
    await this.#refer();
    const aggregate = await this.#engine.ask("batch-look", parameters);
    return `{"progress":${last},"aggregate":${aggregate}}`;
  }

  /** Ends the worker and forgets everything in it. */
  stop() {
    this.#known = undefined;
    this.#engine.stop();
    return "";
  }
}
