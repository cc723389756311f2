// Trunk runs this after each of its builds, on the files as it wrote them.
// Always: the worker script gets its last lines, the sample records become one file. In release: scripts without comments, hashed names for what assets.js lists,
// `_headers`, compressed twins.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { minify } from "terser";
import { headersFile } from "./headers.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const at = (path) => join(dist, path);
const files = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replace(/^\//, ""))
    .sort();

appendFileSync(at("worker.js"), readFileSync(at("worker-start.js")));
rmSync(at("worker-start.js"));
writeFileSync(at("samples.json"), JSON.stringify(sampleTexts(new URL("../src/policy/samples/", import.meta.url))));
if (existsSync(at("snippets"))) throw new Error("wasm-bindgen wrote snippets: no crate may bring JavaScript files of its own");

if (process.env.TRUNK_PROFILE === "release") {
  await Promise.all(files().filter((path) => path.endsWith(".js")).map(shrink));
  for (const name of ["page", "worker"]) number(`${name}.js`, `${name}_bg.wasm`);
  rename(hashedNames());
  writeFileSync(at("_headers"), headersFile(files().map((path) => `/${path}`)));
  await Promise.all(files().filter(isCompressible).map(compress));
}

/** The text of every sample by its id, which is its file's name. */
function sampleTexts(folder) {
  const names = readdirSync(folder).sort().map((name) => parse(name).name);
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`${name}.json`, folder), "utf8")]));
}

/** Comments, long local names and white space stay at home. The worker script is the only one that is no module. */
async function shrink(path) {
  const kind = path === "worker.js" ? { toplevel: true } : { module: true };
  const { code } = await minify(readFileSync(at(path), "utf8"), { ...kind, ecma: 2020, format: { quote_style: 2 } });
  writeFileSync(at(path), code);
}

/** The names by which a module and its glue know each other end in random digits, which do not compress: numbers do. */
function number(...pair) {
  const numbers = new Map();
  for (const path of pair) {
    const text = readFileSync(at(path), "latin1").replaceAll(/(__wbg_\w+_)([0-9a-f]{16})\b/g, (whole, name, hash) => {
      if (!numbers.has(hash)) numbers.set(hash, `${numbers.size}`.padStart(hash.length, "0"));
      return name + numbers.get(hash);
    });
    writeFileSync(at(path), text, "latin1");
  }
}

/** Plain name -> hashed name, for every file that assets.js lists; the worker script keeps its name. */
function hashedNames() {
  const listed = [...readFileSync(at("assets.js"), "utf8").matchAll(/"\.\/([^"]+)"/g)].map(([, path]) => path);
  const hashed = (path) => {
    const hash = createHash("sha256").update(readFileSync(at(path))).digest("hex").slice(0, 12);
    const { name, ext } = parse(path);
    return `assets/${name}-${hash}${ext}`;
  };
  return new Map(listed.filter((path) => path !== "worker.js").map((path) => [path, hashed(path)]));
}

/** Moves the files and writes their new names wherever a page or a script of ours says the plain name as "./name". */
function rename(names) {
  mkdirSync(at("assets"));
  for (const [plain, hashed] of names) renameSync(at(plain), at(hashed));
  for (const path of files().filter((path) => /^[^/]+\.(js|html)$/.test(path))) {
    const before = readFileSync(at(path), "utf8");
    const after = before
      .replaceAll(/"\.\/([^"]+)"/g, (whole, plain) => (names.has(plain) ? `"./${names.get(plain)}"` : whole))
      .replaceAll(/^ *(<link data-trunk .*)?\n/gm, path.endsWith(".html") ? "" : "$&"); // what Trunk leaves of its own lines
    if (after !== before) writeFileSync(at(path), after);
  }
}

function isCompressible(path) {
  return /\.(js|ts|css|html|json|svg|wasm|txt)$/.test(path);
}

async function compress(path) {
  const bytes = readFileSync(at(path));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(at(`${path}.br`), await promisify(zlib.brotliCompress)(bytes, { params }));
  writeFileSync(at(`${path}.gz`), await promisify(zlib.gzip)(bytes, { level: 9 }));
}
