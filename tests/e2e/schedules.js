// Two clients, one server, a network that loses, delays and repeats: one random schedule, told by its seed. Time is a number.
import { httpAdapter } from "../../www/adapters.js";
import { answer, memoryStore } from "./settings-server.mjs";

/** A small generator of chance: the same seed gives the same schedule. */
export function chance(seed) {
  let state = (seed + 1) * 2654435761;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (count) => Math.floor(next() * count), one: (list) => list[Math.floor(next() * list.length)] };
}

/** A clock that stands still until everybody waits, and then jumps to whoever waits least long. */
export function clock() {
  const waiting = [];
  let now = 0;
  return {
    now: () => now,
    wait: (milliseconds) => new Promise((resolve) => waiting.push({ at: now + milliseconds, resolve })),
    /** Runs until nobody waits any more. */
    async run(isDone) {
      while (!isDone()) {
        // Everything that does not wait for time comes to its end first.
        await new Promise((resolve) => setImmediate(resolve));
        if (waiting.length === 0) continue;
        waiting.sort((a, b) => a.at - b.at);
        const { at, resolve } = waiting.shift();
        now = at;
        resolve();
      }
    },
  };
}

const FAULTS = ["none", "none", "none", "slow", "lost-request", "lost-answer", "late-request", "twice", 401, 403, 429, 500, "500-after", 503, "cut-body"];

/** A `fetch` over that network. */
function network({ store, time, dice, log }) {
  const reach = (init) => {
    const headers = Object.fromEntries(Object.entries(init.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const result = answer({ method: init.method ?? "GET", headers, body: init.body }, store, { now: () => new Date(time.now()) });
    if (result.status === 204) log.applied.push({ revision: result.headers.ETag, settings: store.settings, basis: headers["if-match"] ?? null });
    return result;
  };
  const response = ({ status, headers, body }) => new Response(status === 204 ? null : body, { status, headers });
  const refusal = (status) => new Response("", { status, headers: status === 429 ? { "Retry-After": dice.one(["1", "20", new Date(time.now() + 3000).toUTCString()]) } : {} });
  return async (url, init) => {
    const fault = dice.one(FAULTS);
    log.faults.add(fault);
    await time.wait(dice.below(50));
    if (fault === "slow") await time.wait(5000 + dice.below(40_000));
    if (fault === "lost-request") throw new TypeError("Failed to fetch");
    if (typeof fault === "number") return refusal(fault);
    if (fault === "late-request") {
      // The client gives up; what it sent arrives all the same, some time.
      time.wait(dice.below(60_000)).then(() => reach(init));
      throw new TypeError("Failed to fetch");
    }
    if (fault === "twice") {
      const both = [reach(init), reach(init)];
      return response(dice.one(both));
    }
    const result = reach(init);
    await time.wait(dice.below(50));
    if (fault === "lost-answer") throw new TypeError("Failed to fetch");
    if (fault === "500-after") return refusal(500);
    if (fault === "cut-body" && result.status === 200) return response({ ...result, body: result.body.slice(0, 10) });
    return response(result);
  };
}

/** One admin: reads, changes, saves, and takes what a conflict tells as the new ground. */
async function admin(name, { adapter, time, dice, log, rounds }) {
  let revision = null;
  let known = false;
  for (let round = 0; round < rounds; round++) {
    await time.wait(dice.below(2000));
    if (!known || dice.below(4) === 0) {
      const loaded = await adapter.load().catch(({ code }) => ({ code }));
      if (loaded.code) {
        log.refused.push(loaded.code);
        continue;
      }
      ({ revision } = loaded);
      known = true;
    }
    const settings = { version: 1, metadata: "on", inAppData: { coverage: dice.one(["on", "off"]), exceptions: [{ kind: "space", id: `${name}-${dice.below(3)}` }] } };
    const basis = revision;
    try {
      ({ revision } = await adapter.save(settings, { revision, note: name }));
      log.confirmed.push({ name, settings, revision, basis });
    } catch (error) {
      log.refused.push(error.code);
      if (error.code === "conflict") ({ revision } = error.current);
      else if (error.code === "unconfirmed") known = false;
      else if (error.code === undefined) throw error;
    }
  }
}

/** Runs a schedule. Gives what the server applied, in its order, and what the clients were told. */
export async function schedule(seed, rounds = 6) {
  const dice = chance(seed);
  const time = clock();
  const log = { applied: [], confirmed: [], refused: [], faults: new Set() };
  const store = memoryStore();
  const fetch = network({ store, time, dice, log });
  let running = 2;
  const client = (name) =>
    admin(name, { adapter: httpAdapter({ url: "http://settings.example/", fetch, wait: time.wait, now: time.now }), time, dice, log, rounds }).finally(() => running--);
  const both = Promise.all([client("a"), client("b")]);
  await time.run(() => running === 0);
  await both;
  return log;
}
