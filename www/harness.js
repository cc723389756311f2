// Placeholder for the test harness.
import { load } from "./data-contribution.js";

await load();
document.documentElement.setAttribute("data-dc-ready", "");
