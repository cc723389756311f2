// Starts the demo: a host like any other.
import { load } from "./data-contribution.js";

await load();
document.documentElement.setAttribute("data-dc-ready", "");
