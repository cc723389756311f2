// Starts the demo: a host like any other.   ?plan=…&now=…&theme=…&locale=…
import { define, load, localStorageAdapter } from "./data-contribution.js";
import { northwind, planOf } from "./northwind.js";

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const element = document.querySelector("data-contribution");

element.addEventListener("dc-ready", () => root.setAttribute("data-dc-ready", ""));
element.organization = northwind(planOf(query.get("plan") ?? "standard"));
element.adapter = localStorageAdapter();
element.now = query.get("now") ?? undefined;
for (const name of ["theme", "locale"]) if (query.has(name)) element.setAttribute(name, query.get(name));
define();
load().then(
  () => root.setAttribute("data-dc-engine-ready", ""),
  () => {}, // the element says what is wrong
);
