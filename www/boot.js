// Starts the demo: a host like any other.   ?plan=…&size=…&now=…&theme=…&locale=…&view=…
import { define, load, localStorageAdapter } from "./data-contribution.js";
import { northwind, planOf, sized } from "./northwind.js";

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const element = document.querySelector("data-contribution");

// What stands in the element until the page is there is written in English, and goes with the theme.
if ((query.get("locale") ?? "en") !== "en") element.replaceChildren();
if (/^(dark|light)$/.test(query.get("theme"))) root.style.colorScheme = query.get("theme");

element.addEventListener("dc-ready", () => root.setAttribute("data-dc-ready", ""));
element.organization = sized(northwind(planOf(query.get("plan") ?? "standard")), query.get("size"));
element.adapter = localStorageAdapter();
element.now = query.get("now") ?? undefined;
for (const name of ["theme", "locale", "view"]) if (query.has(name)) element.setAttribute(name, query.get(name));
define();
load().then(
  () => root.setAttribute("data-dc-engine-ready", ""),
  () => {}, // the element says what is wrong
);
// What stands around the page can wait until the page is there.
element.addEventListener("dc-ready", () => import("./demo.js"), { once: true });
