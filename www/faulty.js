// For the harness: an adapter that is slow and fails as it is told.

const CODES = { 403: "forbidden", 500: "server", timeout: "unconfirmed", offline: "offline" };

/**
 * @param {{ load(): Promise<object>, save(settings: object, about: object): Promise<object> }} inner
 * @param {string} [fail] `load:…` or `save:…` with a status, `timeout`, `offline`, `never` or `conflict`.
 * @param {number} [latency] Milliseconds before each answer.
 */
export function faulty(inner, fail = "", latency = 0) {
  const [step, how] = fail.split(":");
  const through = (name) => async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (name === step) await fault(how, args);
    return inner[name](...args);
  };
  return { load: through("load"), save: through("save") };

  async function fault(how, [, about]) {
    if (how === "never") await new Promise(() => {});
    if (how === "conflict") {
      const { settings, revision } = await inner.load();
      if (revision !== "somebody-else") throw coded("conflict", { current: { settings, revision: `${about.revision ?? 0}-theirs` } });
    }
    throw coded(CODES[how] ?? "server", { status: Number(how) || undefined });
  }
}

function coded(code, more) {
  return Object.assign(new Error(`The harness was told to fail: ${code}.`), { code, ...more });
}
