// Serves dist/ on loopback with the production headers, compressed files first.   node scripts/serve.mjs [port [folder]]
// What a further folder holds is served as if it stood in dist/, too.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { headersFor } from "./headers.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

/** Serves dist/ and what further folders hold. */
export function serve(port = 0, ...folders) {
  return serveFolders(port, [dist, ...folders], headersFor);
}

/**
 * Listens on 127.0.0.1: at `port`, or at a free one where that is taken. Gives the server and its address.
 * @param {number} port
 * @param {string[]} folders The first that has a file gives it.
 * @param {(path: string) => Record<string, string>} headers
 */
export async function serveFolders(port, folders, headers) {
  const [send, ...others] = folders.map((folder) => sirv(folder, { etag: true, brotli: true, gzip: true, extensions: [] }));
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, { Allow: "GET, HEAD" }).end();
    const path = pathOf(request.url);
    request.url = path.endsWith("/") ? `${path}index.html` : path;
    response.setHeaders(new Map(Object.entries(headers(path))));
    const absent = () => response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    send(request, response, others.reduce((next, other) => () => other(request, response, next), absent));
  });
  await listen(server, port).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

function pathOf(url) {
  try {
    return decodeURI(new URL(url, "http://localhost").pathname);
  } catch {
    return "/not-an-address";
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(server.off("error", reject)));
  });
}

if (process.argv[1] === import.meta.filename) {
  const { address } = await serve(Number(process.argv[2] ?? 8080), ...process.argv.slice(3));
  console.log(`Data contribution: ${address}/   test harness: ${address}/harness.html   (Ctrl-C ends)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}
