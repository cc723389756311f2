
// The worker may not fetch anything, not even its own module: the first message brings it, compiled. From then on the
// engine's own handler, set by its main function, receives the messages.
self.addEventListener("message", ({ data }) => wasm_bindgen.initSync({ module: data.module }), { once: true });
