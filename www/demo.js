// What stands around the page in the demo: the switches of its scenario, "Start over", the tour, and the service worker.
import { demoWords, languages } from "./demo-words.js";
import { script } from "./trusted.js";
import { tour } from "./tour.js";
import { northwind, planOf, sized } from "./northwind.js";

const element = document.querySelector("data-contribution");
const bar = document.querySelector(".demo");
const query = new URLSearchParams(location.search);
const defaults = { plan: "standard", size: "usual", theme: "auto", locale: "en" };

const locale = bar.querySelector('[name="locale"]');
locale.replaceChildren(...languages().map(([id, name]) => Object.assign(new Option(name, id), { lang: id })));

for (const select of bar.querySelectorAll("select")) {
  select.value = query.get(select.name) ?? defaults[select.name];
  if (!select.value) select.value = defaults[select.name];
  select.addEventListener("change", () => choose(select.name, select.value));
}
bar.querySelector('[name="start-over"]').addEventListener("click", startOver);
bar.querySelector('[name="tour"]').addEventListener("click", ({ currentTarget }) => tour(element, currentTarget, demoWords(query.get("locale"))));
for (const control of bar.querySelectorAll("[disabled]")) control.disabled = false;
dress();
speak();
element.addEventListener("dc-navigate", ({ detail }) => remember("view", detail.view));
keepOffline();

function choose(name, value) {
  remember(name, value === defaults[name] ? null : value);
  if (name === "theme" || name === "locale") element[name] = value;
  else element.organization = sized(northwind(planOf(query.get("plan") ?? defaults.plan)), query.get("size"));
  dress();
  speak();
}

/** The bar goes with the page. */
function dress() {
  const theme = query.get("theme");
  document.documentElement.style.colorScheme = theme === "dark" || theme === "light" ? theme : "";
}

/** The bar speaks the page's language. */
function speak() {
  const words = demoWords(query.get("locale"));
  document.documentElement.lang = words.id;
  for (const part of bar.querySelectorAll("[data-word]")) part.textContent = words[part.dataset.word];
  bar.setAttribute("aria-label", words.demo);
}

/** The address says what is shown, so that it can be passed on. */
function remember(name, value) {
  if (value === null) query.delete(name);
  else query.set(name, value);
  history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
}

/** As on the first visit: no saved settings, no draft, no scenario. */
function startOver() {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith("data-contribution")) storage.removeItem(key);
  }
  // A draft in the page would be kept on the way out.
  element.discard();
  location.replace(location.pathname);
}

/** Only where a browser allows it, and never at the price of what the reader sees first. */
function keepOffline() {
  const register = () => navigator.serviceWorker.register(script(new URL("./offline.js", import.meta.url).href)).catch(() => {});
  if (!globalThis.isSecureContext || !navigator.serviceWorker) return;
  (globalThis.requestIdleCallback ?? setTimeout)(register);
}
