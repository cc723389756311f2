// What a scenario of the harness changes, one line each: parameters that the address may still override, and members of the organization.
import { northwind, spaces } from "./northwind.js";

const LONG = "Quarterly planning for the international wholesale and logistics organization, including former subsidiaries";

/** @type {Record<string, Record<string, unknown> & { organization?: object, organizations?: () => object[] }>} */
export const scenarios = {
  default: {},
  "before-effect": { now: "2026-08-01T09:00:00Z" },
  loading: { fail: "load:never" },
  empty: { organization: { apps: [], spaces: [], connectors: [] } },
  partial: { organization: { spaces: northwind().spaces.slice(0, 1), connectors: [] } },
  error: { fail: "load:500" },
  offline: { fail: "load:offline" },
  readonly: { readonly: "" },
  "no-permission": { fail: "load:403" },
  excluded: { organization: { exclusions: ["government"] } },
  "long-names": { organization: { name: LONG, admin: LONG, apps: long(northwind().apps), spaces: long(northwind().spaces), connectors: long(northwind().connectors) } },
  "spaces-10000": { organization: { spaces: spaces(10_000) } },
  "no-apps": { organization: { apps: [], spaces: [] } },
  "multi-org": { organizations: (plan) => [northwind(plan), { ...northwind("free"), id: "org-southwind", name: "Southwind Freight", spaces: [], connectors: [] }] },
  conflict: { fail: "save:conflict" },
};

function long(list) {
  return list.map((item) => ({ ...item, name: `${item.name}: ${LONG}, ${"Donaudampfschifffahrtsgesellschaft".repeat(2)}` }));
}
