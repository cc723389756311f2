// The harness driven through WebDriver, as www/docs/testing.md shows it for Selenium: chromedriver, and no help from Playwright.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "./fixtures.js";

const require = createRequire(new URL("consumers/package.json", import.meta.url));
const documented = readFileSync(new URL("../../www/docs/testing.md", import.meta.url), "utf8");

test("Selenium drives a scenario, looks into the shadow root, and reads what the page told", async ({ baseURL }) => {
  test.setTimeout(90_000);
  const { Browser, Builder, By } = require("selenium-webdriver");
  const chrome = require("selenium-webdriver/chrome.js");
  const options = new chrome.Options().addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking").setChromeBinaryPath(process.env.CHROMIUM || "/usr/bin/chromium");
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER || "/usr/bin/chromedriver");
  const driver = await new Builder().forBrowser(Browser.CHROME).setChromeOptions(options).setChromeService(service).build();
  try {
    await driver.get(`${baseURL}/harness.html?scenario=conflict&plan=standard`);
    await driver.wait(async () => (await driver.findElements(By.css("html[data-dc-engine-ready]"))).length > 0, 20_000);
    const root = await driver.findElement(By.css("data-contribution")).getShadowRoot();
    const switches = await root.findElements(By.css('[role="switch"]'));
    const names = await Promise.all(switches.map((control) => control.getAccessibleName()));
    await switches[names.indexOf("In-app data contribution")].click();
    const change = await driver.executeScript("return __dc.events.find(({ type }) => type === 'dc-change').detail");
    expect(change).toMatchObject({ isDirty: true, draft: { version: 1 } });
    const preview = await driver.executeAsyncScript("const done = arguments[arguments.length - 1]; __dc.previewOf('Mail mia@example.org').then(done)");
    expect(preview.records[0].fields[0].findings[0].entity).toBe("EMAIL_ADDRESS");
    const refused = await driver.executeAsyncScript("const done = arguments[arguments.length - 1]; __dc.adapter.save({ version: 1 }, { revision: null }).catch(({ code }) => done(code))");
    expect(refused).toBe("conflict");
  } finally {
    await driver.quit();
  }
});

test("every scenario and every hook that the harness has is documented, and no other", async ({ page }) => {
  await page.goto("/harness.html");
  const { hooks, scenarios } = await page.evaluate(() => ({ hooks: Object.keys(__dc), scenarios: __dc.scenarios }));
  for (const name of [...hooks, ...scenarios]) expect(documented, name).toContain(`\`${name}`);
  const table = documented.slice(documented.indexOf("## Scenarios"), documented.indexOf("## Hooks"));
  expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).sort()).toEqual([...scenarios].sort());
});
