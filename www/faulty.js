// For the harness: an adapter that is slow and fails as it is told.

const CODES = { 403: "forbidden", 500: "server", timeout: "unconfirmed", offline: "offline" };

/**
 * @param {{ load(): Promise<object>, save(settings: object, about: object): Promise<object> }} inner
 * @param {string} [fail] `load:…` or `save:…` with a status, `timeout`, `offline`, `never` or `conflict`.
 * @param {number} [latency] Milliseconds before each answer.
 */
export function faulty(inner, fail = "", latency = 0) {
  const [step, how] = fail.split(":");
  let conflicted = false;
  const through = (name) => async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (name === step) await fault(how, args);
    return inner[name](...args);
  };
  return { load: through("load"), save: through("save") };

  async function fault(how, [settings]) {
    if (how === "never") await new Promise(() => {});
    if (how === "conflict") {
      // Somebody else really saves first, once; then the adapter itself refuses.
      if (conflicted) return;
      conflicted = true;
      const { revision } = await inner.load();
      await inner.save(theirs(settings), { revision });
      return;
    }
    throw coded(CODES[how] ?? "server", { status: Number(how) || undefined });
  }
}

/** What somebody else would save: the other value, and an exception of their own. */
function theirs(settings) {
  const coverage = settings.inAppData?.coverage === "off" ? "on" : "off";
  return { version: 1, metadata: settings.metadata ?? "on", inAppData: { coverage, exceptions: [{ kind: "app", id: "confluence" }] } };
}

function coded(code, more) {
  return Object.assign(new Error(`The harness was told to fail: ${code}.`), { code, ...more });
}
