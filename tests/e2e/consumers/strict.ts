// Everything that the package exports, as a strict TypeScript project uses it. Only compiled, never run.
import {
  batch, catalog, define, detect, httpAdapter, load, localStorageAdapter, memoryAdapter, mount, preview,
  type Adapter, type DataContributionElement, type Finding, type Organization, type Preview, type Settings,
} from "data-contribution";
import { frame, type FrameHandle } from "data-contribution/frame";
import "data-contribution/define";
import type {} from "data-contribution/vue";
import type { GlobalComponents } from "vue";

const organization: Organization = { id: "1", name: "Northwind", plans: [{ app: "jira", plan: "premium" }] };
const adapter: Adapter = {
  load: async () => ({ settings: null, revision: null }),
  save: async (settings: Settings, { revision, note }) => ({ revision: `${revision ?? 0}${settings.version}${note ?? ""}` }),
};

export async function all(): Promise<void> {
  define();
  await load({ base: new URL("https://static.example/"), worker: "/worker.js", integrity: { "worker.js": "sha384-…" } });
  const page: DataContributionElement = document.createElement("data-contribution");
  Object.assign(page, { organization, adapter });
  page.theme = "dark";
  page.addEventListener("dc-save", (event) => event.respondWith(adapter.save(event.detail.settings, event.detail)));
  page.addEventListener("dc-error", ({ detail: { code, message, fatal } }) => console.error(code, message, fatal));
  const isDirty: boolean = page.isDirty;
  const settings: Settings | null = page.settings;

  const handle = await mount(document.body, { organization, adapter, readonly: isDirty });
  handle.update({ locale: "de" });
  handle.unmount();
  const framed: FrameHandle = await frame(document.body, { src: "/embed.html", organization, adapter: memoryAdapter(), height: "fill" });
  framed.element.addEventListener("dc-saved", ({ detail }) => detail.revision.trim());

  const findings: Finding[] = await detect("text", { people: ["Mia Brandt"] });
  const { candidates } = await detect("text", { candidates: true });
  const result: Preview = await preview({ key: "WEB-1" }, { organization, ...(settings && { settings }) });
  for await (const { records, aggregate } of batch(new Blob(["{}"]))) console.log(records, aggregate?.findings, findings, candidates, result);
  console.log((await catalog()).version, localStorageAdapter("key"), httpAdapter({ url: "/settings", headers: { Accept: "application/json" } }));

  // @ts-expect-error: a plan that does not exist
  const wrong: Organization = { id: "1", name: "Northwind", plans: [{ app: "jira", plan: "gold" }] };
  // @ts-expect-error: an adapter that confirms nothing
  page.adapter = { load: adapter.load, save: async () => undefined };
  console.log(wrong);
}

export type Tag = GlobalComponents["data-contribution"];
