// A server that keeps settings as httpAdapter expects it: to copy from. It holds them in memory; put your database in the place of
// `store`, your sign-in in the place of `who`, and keep the rest. www/schema/openapi.json describes what it answers.
//   node tests/e2e/settings-server.mjs [port]
import { createServer } from "node:http";

/** The longest body that is read, in bytes: ten thousand exceptions fit into it. */
const LONGEST = 1_000_000;

/** What is kept: the settings, a number that every save counts up, and who saved what when. */
export function memoryStore() {
  return { settings: null, version: 0, audit: [] };
}

/**
 * The answer to one request, as `{ status, headers, body }`. Nothing here waits: between reading the version and writing the settings
 * nobody else can write. With a database, that takes a transaction, or an UPDATE … WHERE version = the one in If-Match.
 * @param {{ method: string, headers: Record<string, string>, body?: string }} request Names of headers in lower case.
 * @param {ReturnType<typeof memoryStore>} store
 * @param {{ who?: (headers: Record<string, string>) => { name: string, mayRead: boolean, mayWrite: boolean } | null, now?: () => Date }} [options]
 */
export function answer({ method, headers, body = "" }, store, { who = anybody, now = () => new Date() } = {}) {
  const person = who(headers);
  if (!person) return problem(401, "Sign in first.", { "WWW-Authenticate": "Bearer" });
  if (method === "GET") return person.mayRead ? read(store) : problem(403, "You may not read these settings.");
  if (method !== "PUT") return problem(405, "GET or PUT.", { Allow: "GET, PUT" });
  if (!person.mayWrite) return problem(403, "You may not change these settings.");
  if (!headers["content-type"]?.startsWith("application/json")) return problem(415, "Settings come as application/json.");
  const condition = headers["if-match"] ?? headers["if-none-match"];
  if (condition === undefined) return problem(428, "A save says what it is based on: If-Match, or If-None-Match: * for the first one.");
  // A save that is based on anything else than what holds would undo what somebody else has saved.
  const fits = store.version === 0 ? headers["if-none-match"] === "*" : headers["if-match"] === tag(store);
  if (!fits) return problem(412, "Somebody else saved in the meantime.", tagged(store));
  const change = parsed(body);
  if (!change) return problem(400, "The body must be { settings: { version: 1, metadata, inAppData }, note? }.");
  write(store, change, person, now());
  return { status: 204, headers: tagged(store), body: "" };
}

function read(store) {
  if (store.version === 0) return problem(404, "Nothing was saved yet.");
  const { settings, audit } = store;
  return { status: 200, headers: { ...tagged(store), "Content-Type": "application/json" }, body: JSON.stringify({ settings, audit }) };
}

/** Who and when is this server's to say; plan and digest of the receipt are the page's. The newest entry comes last. */
function write(store, { settings, note, entry }, { name }, now) {
  store.settings = settings;
  store.version++;
  const { plan = "standard", receiptDigest = "" } = entry ?? {};
  store.audit = [...store.audit.slice(-199), { at: now.toISOString(), by: name, plan, settings, note: note ?? "", receiptDigest }];
}

/** A strong tag: If-Match compares strongly, so `W/"…"` would never fit. */
const tag = ({ version }) => `"${version}"`;

/** No cache on the way may answer for this server. */
const tagged = (store) => ({ ...(store.version > 0 && { ETag: tag(store) }), "Cache-Control": "no-store" });

function problem(status, title, headers = {}) {
  const body = JSON.stringify({ status, title });
  return { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers }, body };
}

function parsed(body) {
  try {
    const change = JSON.parse(body);
    const { version, metadata, inAppData } = change.settings;
    const known = (value) => value === "on" || value === "off";
    const isPlace = ({ kind, id }) => ["space", "app", "connector"].includes(kind) && typeof id === "string";
    const isWhole = version === 1 && known(metadata) && known(inAppData.coverage) && inAppData.exceptions.every(isPlace);
    const isNote = change.note === undefined || (typeof change.note === "string" && change.note.length <= 2000);
    return isWhole && isNote ? change : undefined;
  } catch {
    return undefined;
  }
}

function anybody() {
  return { name: "Anybody", mayRead: true, mayWrite: true };
}

/**
 * Listens on loopback. Gives the server and the address of the settings.
 * @param {number} [port]
 * @param {ReturnType<typeof memoryStore>} [store]
 * @param {object} [options] As for `answer`.
 */
export async function listen(port = 0, store = memoryStore(), options = {}) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) if ((body += chunk).length > LONGEST) return response.writeHead(413).end();
    const { method, headers, url } = request;
    const known = new URL(url, "http://localhost").pathname === "/settings";
    const { status, headers: sent, body: text } = known ? answer({ method, headers, body }, store, options) : problem(404, "No such address.");
    response.writeHead(status, sent).end(text);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, store, url: `http://127.0.0.1:${server.address().port}/settings` };
}

if (process.argv[1] === import.meta.filename) console.log((await listen(Number(process.argv[2] ?? 8090))).url);
