// The invented organization of the demo and of the test harness.

const app = (id, name) => ({ id, name });
const space = (key, name, app, more) => ({ id: `space-${key.toLowerCase()}`, key, name, app, ...more });

/**
 * Northwind Trading on a plan.
 * @param {"free" | "standard" | "premium" | "enterprise"} [plan]
 */
export function northwind(plan = "premium") {
  const apps = [app("jira", "Jira"), app("confluence", "Confluence"), app("jira-service-management", "Jira Service Management")];
  return {
    id: "org-northwind",
    name: "Northwind Trading",
    admin: "Robin Vale",
    plans: apps.map(({ id }) => ({ app: id, plan })),
    exclusions: [],
    apps,
    spaces: [
      space("WEB", "Web shop", "jira", { labels: ["product"] }),
      space("OPS", "Operations", "jira"),
      space("MOB", "Mobile apps", "jira", { labels: ["product"] }),
      space("SEC", "Security", "jira", { labels: ["restricted"], description: "Findings and audits" }),
      space("ENG", "Engineering", "confluence"),
      space("HR", "People", "confluence", { labels: ["restricted"] }),
      space("HAND", "Handbook", "confluence"),
      space("ITH", "IT help", "jira-service-management"),
    ],
    connectors: [app("connector-drive", "Google Drive"), app("connector-github", "GitHub"), app("connector-slack", "Slack")],
  };
}

/** A plan as an address says it; Premium where it says none, or another. */
export function planOf(text) {
  return ["free", "standard", "premium", "enterprise"].includes(text) ? text : "premium";
}

/** That many spaces, every second one of Jira. */
export function spaces(count) {
  return Array.from({ length: count }, (_, index) => ({ id: `space-${index}`, key: `S${index}`, name: `Space ${index}`, app: index % 2 ? "jira" : "confluence" }));
}

/** Northwind in a size, as an address says it; as it is where it says none, or another. */
export function sized(organization, size) {
  if (size === "large") return { ...organization, spaces: spaces(10_000) };
  if (size === "small") return { ...organization, spaces: organization.spaces.slice(0, 1), connectors: [] };
  return organization;
}
