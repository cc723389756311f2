// What can go wrong, as codes for programs and sentences for whoever has to mend it. No sentence ever holds text of a record.

const sentences = {
  "engine-timeout": "The engine took longer than 5 seconds and was restarted.",
  "engine-trap": "The engine broke on this input and was restarted.",
  "engine-start": "The engine did not start: its worker script and its module must be of one version. Copy the whole package again.",
  "worker-load": "The worker script could not be loaded: serve worker.js as text/javascript, and allow it as worker-src.",
  "worker-origin": "The worker script must be on the page's own origin: host worker.js there and pass its address as load({ worker }).",
  "worker-blocked": "The page's policy does not allow the worker: add worker-src 'self' and trusted-types data-contribution.",
  "no-webassembly": "This browser has no WebAssembly, or it is switched off (in a lockdown mode, say): use another one, or switch it on for this site.",
  "csp-wasm": "The page's policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src, or frame embed.html, which has a policy of its own.",
  "page-broke": "The page module broke.",
  superseded: "A later request took this one's place.",
  stopped: "The engine was stopped.",
};

/**
 * An error with a stable code for programs and a sentence for people.
 * @param {string} code
 * @param {string} [message] By default the code's own sentence.
 * @param {object} [more] Members besides these, as in `{ line: 3, column: 7 }`.
 */
export function failure(code, message = sentences[code], more) {
  return Object.assign(new Error(message), more, { code });
}

/** Sets a mark for measurements, and forgets the former one of that name. */
export function mark(name) {
  performance.clearMarks(name);
  performance.mark(name);
}
