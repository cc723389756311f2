// Installs the package folder as a host would, checks it with the tools that hosts trust, and builds each consumer with its own tool, into
// target/consumers. What has been built from the same package and the same sources is not built again.
//   node tests/e2e/consumers/build.mjs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = fileURLToPath(new URL("../../../dist/npm", import.meta.url));
export const built = fileURLToPath(new URL("../../../target/consumers", import.meta.url));
/** What every consumer imports from here. */
const organization = join(here, "../pages/fixtures/organization.js");
/** The guide whose example must compile. */
const documents = join(here, "../../../www/docs/embedding.md");
const { resolve } = createRequire(import.meta.url);
const installed = join(here, "node_modules/data-contribution");

/** Builds what has changed. Gives the seconds that it took. */
export async function build() {
  const started = performance.now();
  const stamp = join(built, "stamp");
  const state = digest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return 0;
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  install();
  check();
  plain();
  await vite("react", []);
  const { default: vue } = await import(pathToFileURL(resolve("@vitejs/plugin-vue")));
  await vite("vue", [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "data-contribution" } } })]);
  await webpack();
  writeFileSync(stamp, state);
  return (performance.now() - started) / 1000;
}

/** Of the package, of the sources here, and of the tools. */
function digest() {
  const hash = createHash("sha256");
  const add = (root, skip) => {
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !skip.test(path)) hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const name of readdirSync(here)) if (name !== "node_modules") entryOf(name);
  add(folder, /^$/);
  for (const path of [organization, documents]) hash.update(readFileSync(path));
  return hash.digest("hex");

  function entryOf(name) {
    const path = join(here, name);
    if (statSync(path).isDirectory()) add(path, /^$/);
    else hash.update(name).update(readFileSync(path));
  }
}

/** As npm would put it there: through an archive, with what the package says that it consists of. */
function install() {
  const out = execFileSync("npm", ["pack", folder, "--pack-destination", built, "--json", "--silent"], { encoding: "utf8" });
  const [{ filename }] = JSON.parse(out);
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(built, filename), "-C", installed, "--strip-components=1"]);
}

function run(bin, ...args) {
  try {
    execFileSync(join(here, "node_modules/.bin", bin), args, { cwd: here, encoding: "utf8", stdio: "pipe" });
  } catch ({ stdout, stderr }) {
    throw new Error(`${bin}: ${stdout}${stderr}`);
  }
}

function check() {
  run("publint", installed, "--strict");
  // What is no script has no types, and needs none.
  const plain = Object.keys(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")).exports).filter((name) => /\.\w+$/.test(name));
  run("attw", "--pack", installed, "--profile", "esm-only", "--exclude-entrypoints", ...plain);
  run("tsc", "-p", ".");
  // The example of the documents, where it finds the package, and under the same rules.
  const document = readFileSync(documents, "utf8");
  const [, example] = document.match(/^```tsx\n([^]*?)^```$/m);
  writeFileSync(join(installed, "../documented.tsx"), example);
  const { compilerOptions } = JSON.parse(readFileSync(join(here, "tsconfig.json"), "utf8"));
  writeFileSync(join(installed, "../documented.json"), JSON.stringify({ compilerOptions, files: ["documented.tsx"] }));
  run("tsc", "-p", join(installed, "../documented.json"));
}

function plain() {
  cpSync(join(here, "plain"), join(built, "plain"), { recursive: true });
  cpSync(organization, join(built, "plain/organization.js"));
  cpSync(installed, join(built, "plain/data-contribution"), { recursive: true });
}

async function vite(name, plugins) {
  const { build } = await import(pathToFileURL(resolve("vite").replace(/index\.cjs$/, "dist/node/index.js")));
  await build({
    root: join(here, name),
    base: "./",
    configFile: false,
    logLevel: "warn",
    plugins,
    define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    build: { outDir: join(built, name), emptyOutDir: true },
  });
}

async function webpack() {
  const { default: pack } = await import(pathToFileURL(resolve("webpack")));
  await new Promise((resolve, reject) => {
    pack({ mode: "production", context: here, entry: "./webpack/main.js", output: { path: join(built, "webpack") }, performance: { hints: false } }, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) reject(error ?? new Error(stats.toString({ all: false, errors: true, warnings: true })));
      else resolve();
    });
  });
  cpSync(join(here, "webpack/index.html"), join(built, "webpack/index.html"));
}

if (process.argv[1] === import.meta.filename) console.log(`consumers built in ${(await build()).toFixed(1)} s`);
