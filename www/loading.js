// Fetches the parts of this package, and finds out why one does not arrive: every cause has a code and says how to mend it.
import { failure } from "./failures.js";

/** Milliseconds before the one further try. */
const PAUSE = 300;
/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** What a part must be served as, and how its type begins. */
const TYPES = { js: ["text/javascript", /javascript|ecmascript/], wasm: ["application/wasm", /^application\/wasm\b/], css: ["text/css", /^text\/css\b/] };

const kindOf = (address) => new URL(address).pathname.split(".").pop();
const typeOf = (response) => response.headers.get("Content-Type") ?? "";

/**
 * The answer of a server to the address of a part. What fails is tried once more.
 * @param {string} address
 * @param {string} [integrity] As in a `<script>`: `sha384-…`.
 */
export async function fetched(address, integrity) {
  try {
    return await once(address, integrity);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return once(address, integrity);
  }
}

async function once(address, integrity) {
  const forbidden = [];
  const note = ({ effectiveDirective, blockedURI }) => forbidden.push(`${effectiveDirective} ${blockedURI}`);
  globalThis.document?.addEventListener("securitypolicyviolation", note);
  try {
    const response = await fetch(address, integrity ? { integrity } : {});
    if (!response.ok) throw statusFailure(address, response.status);
    return response;
  } catch (error) {
    if (error.code) throw error;
    // Of a network error nothing is told but that it was one.
    if (integrity && (await fetch(address).then(({ ok }) => ok, () => false))) throw integrityFailure(address);
    if (forbidden.some((text) => text.startsWith("connect-src"))) {
      throw failure("csp-connect", `The page's policy forbids to fetch ${address}: add its origin to connect-src.`);
    }
    throw failure("unreachable", `${address} could not be reached: check the connection, and for another origin that it answers with Access-Control-Allow-Origin.`);
  } finally {
    globalThis.document?.removeEventListener("securitypolicyviolation", note);
  }
}

function statusFailure(address, status) {
  const cure = "copy the whole package folder, or pass load({ base }) with the address of where it lies";
  if (status === 404 || status === 410) return failure("not-found", `${address} is not there (${status}): ${cure}.`, { status });
  return failure("server-status", `The server answered ${status} to ${address}: it must answer 200 without a sign-in.`, { status });
}

function integrityFailure(address) {
  return failure("integrity", `${address} is not the file that integrity was given for: take file and value from the same version.`);
}

function typeFailure(address, type) {
  const kind = kindOf(address);
  const about = type ? `as ${type.split(";")[0]}` : "without a type";
  return failure("wrong-type", `${address} is served ${about}, must be ${TYPES[kind]?.[0] ?? "its own type"}: add it to the server's types.`);
}

/**
 * A compiled module out of whatever a host gives: a Module, a Response, or an address.
 * @param {string | URL | Response | WebAssembly.Module} source
 * @param {string} [integrity]
 * @param {(error: Error) => void} [notice] Hears of what is wrong and yet no hindrance.
 */
export async function compiled(source, integrity, notice) {
  if (typeof WebAssembly === "undefined") throw failure("no-webassembly");
  if (source instanceof WebAssembly.Module) return source;
  const given = source instanceof Response;
  const address = given ? source.url : new URL(source, location.href).href;
  const response = given ? source.clone() : await fetched(address, integrity);
  if (given && !response.ok) throw statusFailure(address, response.status);
  const fits = TYPES.wasm[1].test(typeOf(response));
  try {
    return await (fits ? WebAssembly.compileStreaming(response.clone()) : compiledBytes(await response.clone().arrayBuffer(), () => notice?.(typeFailure(address || "page.wasm", typeOf(response)))));
  } catch (error) {
    if (!isAllowed()) throw failure("csp-wasm");
    if (!fits) throw typeFailure(address || "module.wasm", typeOf(response));
    throw failure("bad-module", `${address} is no whole WebAssembly module of this version: copy the package again.`, { cause: error });
  }
}

/** A module that came under a wrong type works all the same, if it is one. */
async function compiledBytes(bytes, told) {
  const module = await WebAssembly.compile(bytes);
  told();
  return module;
}

/** Whether the page's policy lets modules be compiled at all. */
function isAllowed() {
  try {
    return new WebAssembly.Module(EMPTY) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/**
 * A script module. A further try, and a further instance, take another fragment of the same address.
 * @param {string} address
 * @param {string} [integrity]
 */
export async function imported(address, integrity) {
  let [url, trouble] = [address];
  for (const fragment of ["", "-again"]) {
    url = fragment ? `${address}${address.includes("#") ? "" : "#"}${fragment}` : address;
    try {
      if (integrity) await preloaded(url, integrity);
      return await import(/* webpackIgnore: true */ /* @vite-ignore */ url);
    } catch (error) {
      trouble = error;
    }
  }
  // An import tells no more than that it failed; asking for the same file tells why.
  const response = await fetched(address, integrity);
  if (!TYPES.js[1].test(typeOf(response))) throw typeFailure(address, typeOf(response));
  throw failure("csp-script", `${address} arrives and does not run: allow its origin in script-src, and copy it whole.`, { cause: trouble });
}

/** A module whose bytes were checked stays in the document's map of modules, which is where the import finds it. */
function preloaded(href, integrity) {
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href, integrity, crossOrigin: "anonymous" });
  const done = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  return done.finally(() => link.remove());
}
