import { load, memoryAdapter } from "data-contribution";
import "data-contribution/define";
import { organization } from "../../pages/fixtures/organization.js";

const page = document.querySelector("data-contribution");
Object.assign(page, { organization, adapter: memoryAdapter(), now: "2026-11-23T09:00:00Z" });
page.addEventListener("dc-change", ({ detail }) => (document.querySelector("#dirty").textContent = detail.isDirty));
load().then(() => document.documentElement.setAttribute("data-dc-engine-ready", ""));
