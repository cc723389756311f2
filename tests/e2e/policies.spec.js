// The strictest policies that work, as www/docs/policies.md tells them, and what the page says about itself under each.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { headersFor, policies } from "../../scripts/headers.mjs";
import { serveFolders } from "../../scripts/serve.mjs";
import { expect, ready, test } from "./fixtures.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const documented = readFileSync(new URL("../../www/docs/policies.md", import.meta.url), "utf8");

test("the documents say what the code says", () => {
  for (const [name, policy] of Object.entries(policies)) {
    if (name !== "iframe") expect(documented, name).toContain(`\n${policy}\n`);
  }
  expect(documented).toContain(headersFor("/worker.js")["Content-Security-Policy"]);
  expect(documented).toContain(headersFor("/offline.js")["Content-Security-Policy"]);
});

/** Decide, look and ask why: what needs scripts, styles, the worker and Trusted Types. */
async function use(page, address) {
  await page.goto(address);
  await ready(page);
  await expect(page.locator('[data-lane="in-app-data"]').first()).toBeVisible();
  await page.getByRole("switch", { name: "In-app data contribution" }).click();
  await page.locator("mark button").first().click();
  await expect(page.getByRole("region", { name: "Why" })).toBeVisible();
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.locator(".dc-root")).toHaveCSS("font-size", "14px");
}

test("portal: the element under nothing more than it needs", async ({ page, problems }) => {
  problems.allow(/img-src|favicon/); // the fixture's own icon
  const { server, address } = await serveFolders(0, [dist, "pages"], (path) => ({ ...headersFor(path), ...(path.endsWith(".html") && { "Content-Security-Policy": policies.portal }) }));
  await use(page, `${address}/fixtures/host.html`);
  server.close();
});

test("static: the demo under its own policy", async ({ page, request }) => {
  expect((await request.get("/")).headers()["content-security-policy"]).toBe(policies.static);
  await use(page, "/?plan=premium");
});

test("a directive less, and something is missing", async ({ page, problems }) => {
  problems.allow(/./);
  for (const without of [" 'wasm-unsafe-eval'", "connect-src 'self'; ", " data-contribution"]) {
    const policy = policies.portal.replace(without, "");
    const { server, address } = await serveFolders(0, [dist, "pages"], (path) => ({ ...headersFor(path), ...(path.endsWith(".html") && { "Content-Security-Policy": policy }) }));
    await page.goto(`${address}/fixtures/host.html`);
    await expect.poll(() => page.evaluate(() => heard.filter(({ type }) => type === "dc-error").length), { message: without }).toBeGreaterThan(0);
    server.close();
  }
});

test("with the worker's header the page says that nothing can leave, without it that nothing does", async ({ page, problems }) => {
  await page.goto("/");
  await ready(page, "engine");
  await expect(page.getByText(/cannot open a connection/i).first()).toBeVisible();

  problems.allow(/./);
  const { server, address } = await serveFolders(0, [dist], (path) => (path === "/worker.js" ? {} : headersFor(path)));
  await page.goto(`${address}/`);
  await ready(page, "engine");
  await expect(page.getByText(/does not forbid it/i).first()).toBeVisible();
  await expect(page.getByText(/the code that reads your record cannot/i)).toHaveCount(0);
  server.close();
});
