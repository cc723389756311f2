// Trunk runs this after each of its builds, on the files as it wrote them.
// Always: the worker script gets its last lines, the sample records become one file. In release: scripts without comments, hashed names for what assets.js lists,
// `_headers`, integrity.json, compressed twins, and the package folder npm/.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { minify } from "terser";
import { headersFile } from "./headers.mjs";
import { packageFolder } from "./package.mjs";

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
  joinStyles();
  rename(hashedNames());
  writeFileSync(at("integrity.json"), integrity(files().filter(isOfPackage)));
  offline();
  writeFileSync(at("_headers"), headersFile(files().map((path) => `/${path}`)));
  const whole = files();
  await Promise.all(whole.filter(isCompressible).map(compress));
  packageFolder(dist, whole.filter((path) => isOfPackage(path) || path === "integrity.json"));
}

/** What the demo and the harness have for themselves. */
function isOfDemo(path) {
  return /^(index|boot|demo|tour|northwind|offline|styles\/demo)\b/.test(path);
}

function isOfHarness(path) {
  return /^(harness|leaks|faulty|scenarios)\b/.test(path);
}

/** What belongs into a host's page: it is in the package, and integrity.json speaks of it. */
function isOfPackage(path) {
  return !isOfDemo(path) && !isOfHarness(path) && !/^_headers$|^integrity\.json$/.test(path);
}

/** For each file what a host writes as `integrity`. */
function integrity(paths) {
  const value = (path) => `sha384-${createHash("sha384").update(readFileSync(at(path))).digest("base64")}`;
  return `${JSON.stringify(Object.fromEntries(paths.map((path) => [path, value(path)])), null, 2)}\n`;
}

/** Tells the service worker which files the demo consists of, and which version of them this is. */
function offline() {
  const needed = files().filter((path) => !isOfHarness(path) && !/^(offline|guest|frame|protocol|define|embed)\b|\.d\.ts$|^schema\/|^(custom-elements|integrity)\.json$/.test(path));
  const digest = createHash("sha256");
  for (const path of needed) digest.update(path).update(readFileSync(at(path)));
  const addresses = needed.map((path) => (path === "index.html" ? "./" : `./${path}`));
  const text = readFileSync(at("offline.js"), "utf8")
    .replace('"@files"', JSON.stringify(addresses))
    .replace('"@version"', JSON.stringify(`data-contribution@${digest.digest("hex").slice(0, 12)}`));
  writeFileSync(at("offline.js"), text);
}

/** The text of every sample by its id, which is its file's name. */
function sampleTexts(folder) {
  const names = readdirSync(folder).sort().map((name) => parse(name).name);
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`${name}.json`, folder), "utf8")]));
}

/** Comments, long local names and white space stay at home. The workers' scripts are no modules. */
async function shrink(path) {
  const isScript = path === "worker.js" || path === "offline.js";
  // Remarks for bundlers stay: they say which imports are none of theirs.
  const format = { quote_style: 2, comments: /webpackIgnore|@vite-ignore/ };
  const { code } = await minify(readFileSync(at(path), "utf8"), { ...(isScript ? { toplevel: true } : { module: true }), ecma: 2020, format });
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

/** All style sheets of the page become one: a request instead of many, and none so small that a bundler would write it into an address. */
function joinStyles() {
  const script = readFileSync(at("assets.js"), "utf8");
  const [lists, listed] = [/styles:\s*\[[^\]]*\]/g, [...new Set(script.match(/\.\/styles\/[\w-]+\.css/g))]];
  writeFileSync(at("styles.css"), listed.map((path) => readFileSync(at(path), "utf8")).join("\n"));
  for (const path of listed) rmSync(at(path));
  const joined = (list) => (list.includes("new URL") ? 'styles:[new URL("./styles.css",import.meta.url).href]' : 'styles:["./styles.css"]');
  writeFileSync(at("assets.js"), script.replace(lists, joined));
}

/** Plain name -> hashed name, for every file that assets.js lists; the worker script keeps its name. */
function hashedNames() {
  const listed = [...readFileSync(at("assets.js"), "utf8").matchAll(/"\.\/([^"]+)"/g)].map(([, path]) => path);
  const hashed = (path) => {
    const hash = createHash("sha256").update(readFileSync(at(path))).digest("hex").slice(0, 12);
    const { name, ext } = parse(path);
    return `assets/${name}-${hash}${ext}`;
  };
  return new Map([...new Set(listed)].filter((path) => path !== "worker.js").map((path) => [path, hashed(path)]));
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
  return /\.(js|ts|css|html|json|svg|wasm|bin|txt)$/.test(path);
}

async function compress(path) {
  const bytes = readFileSync(at(path));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(at(`${path}.br`), await promisify(zlib.brotliCompress)(bytes, { params }));
  writeFileSync(at(`${path}.gz`), await promisify(zlib.gzip)(bytes, { level: 9 }));
}
