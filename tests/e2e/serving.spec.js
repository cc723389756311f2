// What the server says about each file, and that static hosts are told the same.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nginx } from "../../scripts/headers.mjs";
import { ready, test, expect } from "./fixtures.js";

const dist = new URL("../../dist/", import.meta.url);
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter(({ name }) => !/\.(br|gz)$|^_headers$/.test(name))
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath.replace(/\/?$/, "/")}${name}`.replace(fileURLToPath(dist), "/"))
  .filter((path) => !path.startsWith("/npm/")); // the package is no part of the site
const one = (pattern) => files.find((path) => pattern.test(path));

const pagePolicy = (ancestors, ...more) =>
  [
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
    "worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types data-contribution",
    ...more,
    `frame-ancestors ${ancestors}`,
  ].join("; ");

test("the harness may frame its own origin, and is confined to it", async ({ request }) => {
  expect((await request.get("/harness.html")).headers()["content-security-policy"]).toBe(pagePolicy("'none'", "frame-src 'self'"));
});

test("the service worker may fetch from its own origin and nothing else", async ({ request }) => {
  expect((await request.get("/offline.js")).headers()["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
});

for (const path of ["/", "/index.html"]) {
  test(`${path} is confined to its own origin and cannot be framed`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"]).toBe(pagePolicy("'none'"));
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });
}

test("the iframe variant may be framed by its own origin", async ({ request }) => {
  expect((await request.get("/embed.html")).headers()["content-security-policy"]).toBe(pagePolicy("'self'"));
});

test("the worker script is confined to nothing at all, under every spelling of its path", async ({ request }) => {
  for (const path of ["/worker.js", "/worker%2Ejs", "/x/../worker.js"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
  }
});

test("every response forbids sniffing, referrers and powerful features", async ({ request }) => {
  for (const path of [...files, "/absent"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
  }
});

test("both modules are application/wasm", async ({ request }) => {
  for (const path of [one(/page_bg-\w+\.wasm$/), one(/worker_bg-\w+\.wasm$/)]) {
    expect((await request.get(path)).headers()["content-type"]).toBe("application/wasm");
  }
});

for (const [encoding, accepted] of [["br", "gzip, br"], ["gzip", "gzip"], [undefined, "identity"]]) {
  test(`who accepts ${accepted} gets ${encoding ?? "plain bytes"}`, async ({ request }) => {
    for (const path of ["/", "/worker.js", one(/page_bg-\w+\.wasm$/), one(/styles-\w+\.css$/)]) {
      const response = await request.get(path, { headers: { "Accept-Encoding": accepted } });
      expect(response.headers()["content-encoding"], path).toBe(encoding);
      expect(response.headers().vary, path).toBe("Accept-Encoding");
      const file = new URL(`.${path === "/" ? "/index.html" : path}`, dist);
      expect(await response.body(), path).toEqual(readFileSync(file));
    }
  });
}

test("hashed files are kept for good, all others are asked for again", async ({ request }) => {
  for (const path of files) {
    const immutable = path.startsWith("/assets/");
    const value = immutable ? "public, max-age=31536000, immutable" : "no-cache";
    if (immutable) expect(path).toMatch(/-[0-9a-f]{12}\.\w+$/);
    expect((await request.get(path)).headers()["cache-control"], path).toBe(value);
  }
});

test("asking again for an unchanged file brings no body, and the same policy", async ({ request }) => {
  const first = await request.get("/worker.js");
  const again = await request.get("/worker.js", { headers: { "If-None-Match": first.headers().etag } });
  expect(again.status()).toBe(304);
  expect(again.headers()["content-security-policy"]).toBe(first.headers()["content-security-policy"]);
});

test("only reading is answered, and only what exists", async ({ request }) => {
  expect((await request.post("/")).status()).toBe(405);
  for (const path of ["/absent", "/index", "/assets/", "/..%2f..%2fCargo.toml", "/%zz"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("the _headers file says of every file what the server says", async ({ request }) => {
  const [common, ...blocks] = readFileSync(new URL("_headers", dist), "utf8").trim().split("\n\n").map(parse);
  expect(common.path).toBe("/*");
  const ruled = new Map(blocks.map(({ path, headers }) => [path, headers]));
  expect(ruled.size).toBe(blocks.length);
  for (const path of [...files, "/"]) {
    expect((await request.get(path)).headers(), path).toMatchObject({ ...common.headers, ...ruled.get(path) });
    for (const name of Object.keys(ruled.get(path))) expect(common.headers).not.toHaveProperty(name);
  }

  function parse(block) {
    const [path, ...lines] = block.split("\n");
    const headers = lines.map((line) => line.trim().split(/: (.*)/s)).map(([name, value]) => [name.toLowerCase(), value]);
    return { path, headers: Object.fromEntries(headers) };
  }
});

for (const path of ["/", "/harness.html"]) {
  test(`${path} starts under its policy without a complaint`, async ({ page, requests }) => {
    await page.goto(path);
    await ready(page);
    const origin = new URL(page.url()).origin;
    const elsewhere = requests.filter(({ url }) => !url.startsWith(`${origin}/`) && !url.startsWith("data:"));
    expect(elsewhere).toEqual([]);
  });
}

test("README tells nginx the same", () => {
  expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(nginx().trim());
});
