// The package folder dist/npm: what a host installs. The same bytes as in dist/, without the demo and the harness.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const project = new URL("../", import.meta.url);

/**
 * Writes the folder.
 * @param {string} dist
 * @param {string[]} paths What goes in, relative to `dist`.
 */
export function packageFolder(dist, paths) {
  const folder = join(dist, "npm");
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(dist, path), join(folder, path));
  }
  for (const name of ["LICENSE", "NOTICE"]) cpSync(new URL(name, project), join(folder, name));
  cpSync(new URL("www/docs/embedding.md", project), join(folder, "README.md"));
  const documents = new URL("www/docs/", project);
  for (const name of readdirSync(documents)) if (name.endsWith(".md")) cpSync(new URL(name, documents), join(folder, "docs", name));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(paths), null, 2)}\n`);
}

function manifest(paths) {
  const cargo = readFileSync(new URL("Cargo.toml", project), "utf8");
  const said = (name) => cargo.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
  const script = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  const one = (pattern) => `./${paths.find((path) => pattern.test(path))}`;
  const schemas = paths.filter((path) => path.startsWith("schema/"));
  return {
    name: "data-contribution",
    version: said("version"),
    description: said("description"),
    license: said("license"),
    type: "module",
    sideEffects: ["./define.js", "./guest.js"],
    customElements: "./custom-elements.json",
    types: "./data-contribution.d.ts",
    exports: {
      ".": script("data-contribution"),
      "./define": script("define"),
      "./frame": script("frame"),
      "./react": { types: "./react.d.ts" },
      "./vue": { types: "./vue.d.ts" },
      "./page.wasm": one(/page_bg-\w+\.wasm$/),
      "./engine.wasm": one(/worker_bg-\w+\.wasm$/),
      "./worker.js": "./worker.js",
      "./embed.html": "./embed.html",
      "./styles.css": one(/styles-\w+\.css$/),
      ...Object.fromEntries(schemas.map((path) => [`./${path}`, `./${path}`])),
      "./custom-elements.json": "./custom-elements.json",
      "./integrity.json": "./integrity.json",
      "./package.json": "./package.json",
    },
  };
}
