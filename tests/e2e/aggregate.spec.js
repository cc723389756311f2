// Many records together: sources, progress, thresholds, pictures, what is taken away.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { accessibility, expect, ready, test } from "./fixtures.js";

const STANDARD = "/harness.html?plan=standard&now=2026-11-23T12:00:00Z&seed=1";

async function open(page) {
  await page.goto(STANDARD);
  await ready(page, "engine");
  return page.getByRole("region", { name: "Aggregate", exact: true });
}

const issue = (number) => ({
  key: `WEB-${number}`,
  fields: {
    summary: "The tide table is late",
    status: { name: number % 9 ? "Done" : "Odd status" },
    issuetype: { name: "Task" },
    priority: { name: number % 2 ? "High" : "Low" },
    reporter: { displayName: `Ada ${number}`, accountId: `5b10a2844c20165700ede${number}` },
  },
});
const lines = (count) => Array.from({ length: count }, (_, number) => JSON.stringify(issue(number))).join("\n") + "\n";
const file = (name, buffer) => ({ name, mimeType: "application/json", buffer: Buffer.from(buffer) });

test("generated organizations show what an aggregate would hold, and thresholds change it", async ({ page }) => {
  const region = await open(page);
  await region.getByRole("button", { name: "Use generated organizations" }).click();
  await expect(region.getByRole("status").first()).toContainText("3,000 records of 12 generated organizations", { timeout: 60_000 });
  for (const name of ["classes", "risk-by-k", "noise", "dropped", "linkage"]) {
    const chart = region.locator(`[data-chart="${name}"]`);
    await expect(chart).toContainText("From 3,000 records of 12 generated organizations");
    await chart.locator("summary").click();
    expect(await chart.getByRole("row").count()).toBeGreaterThan(1);
  }
  await expect(region.getByText(/cannot be known here/)).toBeVisible();
  const epsilon = region.getByLabel("ε, the privacy budget");
  for (const wrong of ["0", "-1", "x"]) {
    await epsilon.fill(wrong);
    await epsilon.blur();
    await expect(region.getByText("ε must be a number above 0 and at most 20.")).toBeVisible();
    await expect(epsilon).toHaveValue(wrong);
  }
  await epsilon.fill("0.5");
  await epsilon.blur();
  await expect(region.locator('[data-chart="noise"]')).toContainText("ε = 0.5");
  expect(await accessibility(page)).toEqual([]);
});

test("files are read in every form, and bad lines are told by number", async ({ page, requests }) => {
  const region = await open(page);
  const before = requests.length;
  const pick = async (...given) => page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file(...given));
  const bad = lines(20).replace("\n", "\nzanzibar-canary\n");
  await pick("export.jsonl", bad);
  await expect(region.getByText(/20 records of export\.jsonl/).first()).toBeVisible();
  await expect(region.getByText(/could not be read and were left out: line 2\./)).toBeVisible();
  await expect(region).not.toContainText("zanzibar");
  await pick("export.jsonl.gz", gzipSync(lines(30)));
  await expect(region.getByText(/30 records of export\.jsonl\.gz/).first()).toBeVisible();
  await pick("page.json", JSON.stringify({ issues: [issue(1), issue(2), issue(3)] }, null, 1));
  await expect(region.getByText(/3 records of page\.json/).first()).toBeVisible();
  await expect(region.getByText(/k is larger than the number of records/)).toBeVisible();
  await pick("cut.json", `[\n${JSON.stringify(issue(1))},\n{"key": "WEB`);
  await expect(region.getByText(/ends in the middle of a record/)).toBeVisible();
  await pick("empty.jsonl", "");
  await expect(region.getByRole("status").first()).toContainText(/nothing but white space/i);
  // The worker's own script is a static file; nothing else is asked for, and nothing is sent.
  const asked = requests.slice(before).map(({ method, url, body }) => [method, new URL(url).pathname, body]);
  expect(asked.filter(([method, path, body]) => method !== "GET" || path !== "/worker.js" || body !== null)).toEqual([]);
});

test("the aggregate, the pictures and their tables can be kept", async ({ page }) => {
  const region = await open(page);
  await page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("export.jsonl", lines(40)));
  await expect(region.getByText(/40 records of export\.jsonl/).first()).toBeVisible();
  const kept = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
  };
  const [name, json] = await kept(region.getByRole("button", { name: "Aggregate as JSON" }));
  expect(name).toBe("aggregate.json");
  expect(JSON.parse(json)).toMatchObject({ source: { records: 40 }, parameters: { k: 10 } });
  const [, csv] = await kept(region.getByRole("button", { name: "Aggregate as CSV" }));
  expect(csv.split("\r\n")[0]).toBe("section,name,value");
  const chart = region.locator('[data-chart="classes"]');
  const [, svg] = await kept(chart.getByRole("button", { name: "SVG" }));
  expect(svg).toMatch(/^<svg[^]*From 40 records of export\.jsonl\.[^]*<\/svg>\n$/);
  // Too few contributors stand behind the odd status.
  await expect(region.getByText(/5 of 10 contributors, 5 more needed/).first()).toBeVisible();
});

test("50 MB are read while the page answers, and reading can be given up", async ({ page }) => {
  test.slow();
  const region = await open(page);
  const size = await page.evaluate(async (text) => {
    const big = new Blob(Array.from({ length: Math.ceil(50e6 / text.length) }, () => text));
    const input = document.querySelector("data-contribution").shadowRoot.querySelector('input[id$="aggregate-file"]');
    const files = new DataTransfer();
    files.items.add(new File([big], "big.jsonl"));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
    return big.size;
  }, lines(400));
  expect(size).toBeGreaterThan(50e6);
  await expect(region.getByText(/^Reading: .* per second/)).toBeVisible();
  // Frames come while it is read.
  const longest = await page.evaluate(async () => {
    let most = 0;
    for (let frame = 0, before = performance.now(); frame < 60; frame++) {
      await new Promise(requestAnimationFrame);
      most = Math.max(most, performance.now() - before);
      before = performance.now();
    }
    return most;
  });
  expect(longest).toBeLessThan(400);
  await region.getByRole("button", { name: "Cancel" }).click();
  await expect(region.getByText(/^Reading/)).toHaveCount(0);
  await expect(region.getByRole("button", { name: "Cancel" })).toHaveCount(0);
});
