// Many records together: sources, progress, thresholds, pictures, what is taken away.
import { readFileSync } from "node:fs";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import { accessibility, expect, ready, test } from "./fixtures.js";
import { showMemory } from "./worker.js";

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

/** The section with 40 records read, and what a button of it keeps: the file's name and its text. */
async function aggregated(page) {
  const region = await open(page);
  await page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("export.jsonl", lines(40)));
  await expect(region.getByText(/40 records of export\.jsonl/).first()).toBeVisible();
  const kept = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
  };
  return { region, kept };
}

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
  // Other noise spreads otherwise; without δ there is no Gaussian noise, and no group is named.
  const noise = region.locator('[data-chart="noise"]');
  const before = await noise.textContent();
  const mechanism = region.getByRole("combobox", { name: "Noise", exact: true });
  await mechanism.selectOption("Discrete Gaussian");
  await expect(noise).not.toHaveText(before);
  await expect(noise).toContainText("ε = 0.5");
  const delta = region.getByLabel(/^δ, the probability/);
  await delta.fill("0");
  await delta.blur();
  await expect(region.getByText(/budget or a bound cannot be used: no noise is shown/)).toBeVisible();
  await mechanism.selectOption("Discrete Laplace");
  await expect(region.getByText(/No group is named without δ/).first()).toBeVisible();
  expect(await accessibility(page)).toEqual([]);
});

test("files are read in every form, and bad lines are told by number", async ({ page, requests }) => {
  const region = await open(page);
  const before = requests.length;
  const pick = async (...given) => page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file(...given));
  const bad = lines(20).replace("\n", "\nzanzibar-canary\n");
  await pick("export.jsonl", bad);
  await expect(region.getByText(/20 records of export\.jsonl/).first()).toBeVisible();
  await expect(region.getByText(/1 could not be read and was left out: line 2\./)).toBeVisible();
  await expect(region).not.toContainText("zanzibar");
  await pick("export.jsonl.gz", gzipSync(lines(30)));
  await expect(region.getByText(/30 records of export\.jsonl\.gz/).first()).toBeVisible();
  await pick("page.json", JSON.stringify({ issues: [issue(1), issue(2), issue(3)] }, null, 1));
  await expect(region.getByText(/3 records of page\.json/).first()).toBeVisible();
  await expect(region.getByText(/k is larger than the number of records/)).toBeVisible();
  const table = (count) => `Issue key,Summary,Issue Type\r\n${Array.from({ length: count }, (_, number) => `WEB-${number},"The tide table\r\nis ""late"", again",Task\r\n`).join("")}`;
  await pick("export.csv", table(6));
  await expect(region.getByText(/6 records of export\.csv/).first()).toBeVisible();
  await pick("utf-16.csv", Buffer.from(`\ufeff${table(7)}`, "utf16le"));
  await expect(region.getByText(/7 records of utf-16\.csv/).first()).toBeVisible();
  await pick("packed.csv.gz", gzipSync(`\ufeff${table(8)}`));
  await expect(region.getByText(/8 records of packed\.csv\.gz/).first()).toBeVisible();
  const packed = gzipSync(lines(4000)).subarray(0, -2000);
  const whole = gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString().split("\n").length - 1;
  expect(whole).toBeGreaterThan(2000);
  for (const [name, cut, said] of [
    ["cut.json", `[\n${JSON.stringify(issue(1))},\n{"key": "WEB`, /^1 record of cut\.json was read/],
    ["cut.jsonl", lines(5).slice(0, -20), /^4 records of cut\.jsonl were read/],
    ["cut.jsonl.gz", packed, `${whole.toLocaleString("en-US")} records of cut.jsonl.gz were read`],
  ]) {
    await pick(name, cut);
    await expect(region.getByText(/ends in the middle of a record/)).toBeVisible();
    await expect(region.getByText(/could not be read and was left out/)).toHaveCount(name === "cut.json" ? 0 : 1);
    await expect(region.getByText(said)).toBeVisible();
  }
  await pick("empty.jsonl", "");
  await expect(region.getByRole("status").first()).toContainText(/nothing but white space/i);
  // The worker's own script is a static file; nothing else is asked for, and nothing is sent.
  const asked = requests.slice(before).map(({ method, url, body }) => [method, new URL(url).pathname, body]);
  expect(asked.filter(([method, path, body]) => method !== "GET" || path !== "/worker.js" || body !== null)).toEqual([]);
});

test("records are taken as they are pasted or dropped", async ({ page }) => {
  const region = await open(page);
  await region.getByText("Or paste records").click();
  await region.getByRole("textbox", { name: "Or paste records" }).fill(lines(9));
  await region.getByRole("button", { name: "Read what is pasted" }).click();
  await expect(region.getByText("From 9 records of what was pasted.").first()).toBeVisible();
  const source = region.locator(".dc-aggregate__source");
  const files = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "dropped.jsonl"));
    return files;
  }, lines(11));
  await source.dispatchEvent("dragover", { dataTransfer: files });
  await expect(source).toHaveAttribute("data-over", "");
  await source.dispatchEvent("drop", { dataTransfer: files });
  await expect(source).not.toHaveAttribute("data-over", "");
  await expect(region.getByText("From 11 records of dropped.jsonl.").first()).toBeVisible();
  // What was pasted is still there.
  await expect(region.getByRole("textbox", { name: "Or paste records" })).toHaveValue(lines(9));
});

test("the scope of pseudonyms is changed live, and each links what it should", async ({ page }) => {
  const region = await open(page);
  // Two people, each with six records in three weeks.
  const record = (number) => {
    const { key, fields } = issue(number % 2);
    const created = `2026-0${1 + ((number >> 1) % 3)}-06T10:00:00.000+0000`;
    return { key: `${key}${number}`, fields: { ...fields, created } };
  };
  const text = Array.from({ length: 12 }, (_, number) => JSON.stringify(record(number))).join("\n");
  await page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("weeks.jsonl", text));
  const scope = region.getByRole("combobox", { name: "Scope of pseudonyms" });
  for (const [name, pseudonyms, largest] of [["Record", 12, 1], ["App", 2, 6], ["Rotating week", 6, 2], ["Organization", 2, 6]]) {
    await scope.selectOption(name);
    await expect(region.getByText(`${pseudonyms} pseudonyms; the most telling one links ${largest} records.`)).toBeVisible();
    const drawn = region.locator("[data-graph] circle.dc-chart__place");
    // Of one person's records in one week one stand-in is drawn.
    await expect(drawn).toHaveCount(name === "Record" ? 6 : pseudonyms);
  }
});

test("rare words are marked, and listed for those who cannot see the marks", async ({ page }) => {
  const { region, kept } = await aggregated(page);
  await region.getByRole("button", { name: "Look for rare words" }).click();
  const heat = region.locator("[data-heat]");
  await expect(heat.locator("mark").first()).toBeVisible();
  const chart = heat.locator('[data-chart="heat"]');
  await chart.locator("summary").click();
  expect(await chart.getByRole("row").count()).toBeGreaterThan(5);
  const [, csv] = await kept(chart.getByRole("button", { name: "CSV" }));
  // The sample is about a checkout; nobody in the export is.
  expect(csv).toMatch(/"checkout",0/);
  expect(csv).toContain("From 40 records of export.jsonl.");
});

test("tables that say little are read, and what they lack is said", async ({ page }) => {
  const region = await open(page);
  const pick = (...given) => page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file(...given));
  await pick("one.jsonl", `${JSON.stringify(issue(1))}\n`);
  await expect(region.getByText(/^1 record of one\.jsonl was read/).first()).toBeVisible();
  await expect(region.getByText(/100\.0 % of the records stand alone/)).toBeVisible();
  await pick("alike.jsonl", `${JSON.stringify(issue(1))}\n`.repeat(30));
  await expect(region.getByText(/30 records of alike\.jsonl/).first()).toBeVisible();
  await expect(region.getByText(/0\.0 % of the records stand alone/)).toBeVisible();
  await expect(region.getByText("No record can be singled out by the chosen fields.")).toBeVisible();
  const fields = region.getByRole("group", { name: "Fields that records are compared by" });
  const counting = fields.getByRole("checkbox", { checked: true });
  for (let left = await counting.count(); left > 0; left--) {
    await counting.first().click();
    await expect(counting).toHaveCount(left - 1);
  }
  await expect(region.getByText(/No field is chosen to compare records by/)).toBeVisible();
  await fields.getByRole("checkbox").first().click();
  await expect(region.getByText(/No field is chosen to compare records by/)).toHaveCount(0);
  const other = { id: "7", status: "current", title: "Tide table", body: { storage: { value: "<p>High</p>", representation: "storage" } } };
  await pick("mixed.jsonl", `${lines(12)}${JSON.stringify(other)}\n`);
  await expect(region.getByText(/13 records of mixed\.jsonl/).first()).toBeVisible();
  await expect(region.getByText(/The records are of several types/)).toBeVisible();
});

test("every picture has its source, a table and files to keep", async ({ page }) => {
  const { region, kept } = await aggregated(page);
  const charts = region.locator("[data-chart]");
  const count = await charts.count();
  expect(count).toBeGreaterThan(8);
  for (let place = 0; place < count; place++) {
    const chart = charts.nth(place);
    await expect(chart.locator("figcaption")).toHaveText(/\(.+\)/); // the unit
    await expect(chart.getByText("From 40 records of export.jsonl.", { exact: false }).first()).toBeVisible();
    await chart.locator("summary").click();
    expect(await chart.getByRole("row").count()).toBeGreaterThan(0);
    const [, svg] = await kept(chart.getByRole("button", { name: "SVG" }));
    expect(svg).toMatch(/^<svg[^]*From 40 records of export\.jsonl\.[^]*<\/svg>\n$/);
    const [, csv] = await kept(chart.getByRole("button", { name: "CSV" }));
    expect(csv).toContain("From 40 records of export.jsonl.");
  }
});

test("the aggregate, the pictures and their tables can be kept", async ({ page }) => {
  const { region, kept } = await aggregated(page);
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
  // Between one slice and the next the page draws: each piece of news has frames of its own, and what is typed is there at once.
  const drawn = await page.evaluate(async () => {
    const root = document.querySelector("data-contribution").shadowRoot;
    const box = root.querySelector('textarea[id$="aggregate-text"]');
    const seen = new Set();
    let typed = 0;
    for (let frame = 0; seen.size < 5 && frame < 3000; frame++) {
      box.value += "x";
      await new Promise(requestAnimationFrame);
      const status = [...root.querySelectorAll('[role="status"]')].find((status) => status.textContent.startsWith("Reading"));
      if (!status) break;
      seen.add(status.textContent);
      typed++;
    }
    return { news: seen.size, typed, shown: box.value.length };
  });
  expect(drawn.news).toBe(5);
  expect(drawn.shown).toBe(drawn.typed);
  await region.getByRole("button", { name: "Cancel" }).click();
  await expect(region.getByText(/^Reading/)).toHaveCount(0);
  await expect(region.getByRole("button", { name: "Cancel" })).toHaveCount(0);
});

test("50 MB are read to the end in little memory", async ({ page }) => {
  test.setTimeout(240_000);
  await showMemory(page);
  const region = await open(page);
  const many = await page.evaluate((text) => {
    const count = Math.ceil(50e6 / text.length);
    const input = document.querySelector("data-contribution").shadowRoot.querySelector('input[id$="aggregate-file"]');
    const files = new DataTransfer();
    files.items.add(new File([new Blob(Array.from({ length: count }, () => text))], "big.jsonl"));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
    return count * 400;
  }, lines(400));
  const done = region.getByText(`${many.toLocaleString("en-US")} records of big.jsonl were read`, { exact: false });
  await expect(done.first()).toBeVisible({ timeout: 220_000 });
  const held = await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.heldMemory?.buffer.byteLength ?? 0)));
  // Memory of WebAssembly never shrinks, so that this is the most it held.
  expect(Math.max(...held)).toBeGreaterThan(1e6);
  expect(Math.max(...held)).toBeLessThan(300e6);
  const onPage = await page.evaluate(async () => performance.memory.usedJSHeapSize + (await import("/data-contribution.js")).live().memory);
  expect(onPage).toBeLessThan(150e6);
});

test("what is compared and counted can be chosen, and the records are read again", async ({ page }) => {
  const region = await open(page);
  await page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("export.jsonl", lines(40)));
  await expect(region.getByText(/40 records of export\.jsonl/).first()).toBeVisible();
  const noise = region.locator('[data-chart="noise"]');
  await expect(noise).toContainText("protecting each person");
  await region.getByRole("combobox", { name: "Who counts as one contributor" }).selectOption("space");
  await expect(noise).toContainText("protecting each space");
  // All of them are of one space now.
  await expect(region.getByText(/1 of 10 contributors, 9 more needed/).first()).toBeVisible();
  await region.getByRole("combobox", { name: "Groups by" }).selectOption({ label: "Priority" });
  await expect(noise).toContainText("High");
  await region.getByRole("combobox", { name: "Field that must not be inferred" }).selectOption({ label: "Status" });
  await expect(region.getByText(/^Status as the sensitive field/)).toBeVisible();
  const values = region.locator('[data-chart="values"]');
  await expect(values).toContainText("Words of the records in");
  await region.getByRole("combobox", { name: "Number that is summed up" }).selectOption({ label: "Sentences" });
  await expect(values).toContainText("Sentences of the records in");
  await values.locator("summary").click();
  await expect(values.getByRole("row")).toHaveCount(11);
  const greatest = region.getByLabel(/^Greatest value that counts/);
  await greatest.fill("10");
  await greatest.blur();
  await expect(values).toContainText("9–10");
  // Values beyond a bound are told apart in the picture, in its table, in what can be kept, and counted with what is dropped.
  await region.getByRole("combobox", { name: "Number that is summed up" }).selectOption({ label: "Words" });
  await greatest.fill("4");
  await greatest.blur();
  await expect(values).toContainText(/\d+ of them clamped/);
  await expect(values.locator(".dc-chart__part")).toHaveCount(1);
  await expect(region.getByText(/values below 0 count as 0, \d+ above 4 as 4\. That changes the sum by -\d+\./)).toBeVisible();
  await expect(region.locator('[data-chart="dropped"]')).toContainText("Values clamped to a bound");
  // Every figure that noise is added to can be drawn.
  const figure = region.getByRole("combobox", { name: "Figure of each group" });
  await figure.selectOption("Contributors");
  await expect(noise).toContainText("Contributors of each group, with noise at");
  await figure.selectOption("Sum");
  await expect(noise).toContainText("Sum in each group of: Words");
  await figure.selectOption("Mean");
  await expect(noise).toContainText("holds at least 90 % of outcomes");
  await expect(noise).toContainText(/4\.0 \(\d/);
  expect(await accessibility(page)).toEqual([]);
});

test("a figure that is of a sample says so", async ({ page }) => {
  const region = await open(page);
  const many = Array.from({ length: 5000 }, (_, number) => JSON.stringify({ ...issue(number), key: `WEB-${number}` })).join("\n");
  await page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("many.jsonl", many));
  await expect(region.getByText(/5,000 records of many\.jsonl/).first()).toBeVisible({ timeout: 60_000 });
  await expect(region.locator('[data-chart="noise"]')).toContainText(/A sample: 4,096 of about [45],\d{3}\./);
  await expect(region.locator('[data-chart="classes"]')).not.toContainText("A sample");
});

test("a reference of the host's says what is common, and one that cannot be used is told", async ({ page }) => {
  const region = await open(page);
  const errors = await page.evaluate(() => {
    const element = document.querySelector("data-contribution");
    globalThis.told = [];
    element.addEventListener("dc-error", ({ detail }) => told.push(detail));
    element.reference = { frequencySketch: 1 };
  });
  expect(errors).toBeUndefined();
  const pick = () => page.locator('input[type="file"][id$="aggregate-file"]').setInputFiles(file("export.jsonl", lines(40)));
  await pick();
  await expect(region.getByText(/40 records of export\.jsonl/).first()).toBeVisible();
  await expect(region.getByText(/cannot be known here/)).toBeVisible();
  const told = await page.evaluate(() => globalThis.told);
  expect(told).toEqual([expect.objectContaining({ code: "options", fatal: false, message: expect.stringContaining("frequency sketch") })]);
  // An empty sketch: nobody elsewhere uses any word, so that nothing is common.
  await expect(region.locator('[data-chart="phrases"]')).toContainText("tide table");
  await page.evaluate(async () => {
    const head = new TextEncoder().encode("frequency sketch 1 1024 1\n");
    const all = new Uint8Array(head.length + 2 * 1024 * 8);
    all.set(head);
    const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", all))].slice(0, 16);
    const hex = digest.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    document.querySelector("data-contribution").reference = { frequencySketch: 1, columns: 1024, least: 1, digest: hex, cells: {} };
  });
  await pick();
  await expect(region.getByText(/which the host of this page supplied: 0 contributors/)).toBeVisible();
  await expect(region.locator('[data-chart="phrases"]')).not.toContainText("tide table");
});

test("the report is printed alone, and it and the graph can be kept", async ({ page }) => {
  const { region, kept } = await aggregated(page);
  await region.getByText("Report for the privacy officer").click();
  const [name, text] = await kept(region.getByRole("button", { name: "Report as text" }));
  expect(name).toBe("report.txt");
  for (const part of ["What was read", "How it was measured", "Who could be singled out", "What is dropped", "Noise and budget", "What is assumed"]) {
    expect(text).toContain(`\n${part}\n- `);
  }
  expect(text).toMatch(/40 of type Jira work item/);
  expect(text).not.toMatch(/Ada \d|5b10a2844c/);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await region.getByRole("button", { name: "Print the report" }).click();
  await page.waitForFunction(() => window.printed);
  await page.emulateMedia({ media: "print" });
  await expect(region.getByText(/40 of type Jira work item/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(region.locator('[data-chart="classes"]')).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  const graph = region.locator("[data-graph]");
  const [graphName, svg] = await kept(graph.getByRole("button", { name: "SVG" }));
  expect([graphName, svg.startsWith("<svg"), svg.includes("From 40 records of export.jsonl"), svg.includes("<circle")]).toEqual(["pseudonyms-organization.svg", true, true, true]);
  // The file is a picture by itself.
  const elsewhere = await page.context().newPage();
  expect(await elsewhere.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror") === null, svg)).toBe(true);
  const [, csv] = await kept(graph.getByRole("button", { name: "CSV" }));
  expect(csv.split("\r\n")[0]).toBe("person,pseudonym,records");
  expect(csv).not.toContain("5b10");
});
