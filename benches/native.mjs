// The goals of native detection beside what Criterion measured last (target/criterion): run behind `cargo bench --bench detect`.
import { readFileSync, readdirSync } from "node:fs";

const measured = new URL("../target/criterion/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, measured), "utf8"));

/** MB/s of the median. */
function rate(path) {
  const { median } = read(`${path}/new/estimates.json`);
  const { throughput } = read(`${path}/new/benchmark.json`);
  return (throughput.Bytes / median.point_estimate) * 1e3;
}

console.log(`${"goal natively".padEnd(58)}${"goal".padStart(12)}${"measured".padStart(12)}`);
for (const [group, wanted] of [["rules", 100], ["everything", 12]]) {
  const records = rate(`${group}/records`);
  const hostile = readdirSync(new URL(`${group}/hostile/`, measured)).filter((name) => name !== "report");
  goal(`${group}, records of 2 kB`, records, wanted, "MB/s");
  goal(`${group}, 1 MB against small records`, (100 * rate(`${group}/one-text`)) / records, 80, "%");
  for (const name of hostile) goal(`${group}, 1 MB of ${name} against records`, records / rate(`${group}/hostile/${name}`), -3, "times");
}

/** A line for a goal; a negative one is the most that it may be. */
function goal(what, value, wanted, unit) {
  const held = wanted < 0 ? value <= -wanted : value >= wanted;
  const shown = `${wanted < 0 ? "<=" : ">="} ${Math.abs(wanted)} ${unit}`;
  console.log(`${what.padEnd(58)}${shown.padStart(12)}${value.toFixed(2).padStart(12)}  ${held ? "held" : "missed"}`);
}
