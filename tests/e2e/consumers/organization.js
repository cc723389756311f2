// The organization of every consumer here.
export const organization = {
  id: "org-1",
  name: "Northwind Trading",
  plans: [{ app: "jira", plan: "premium" }],
  exclusions: [],
  apps: [{ id: "jira", name: "Jira" }],
  spaces: [{ id: "10000", key: "WEB", name: "Web shop", app: "jira" }],
  connectors: [],
};
