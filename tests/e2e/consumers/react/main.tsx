import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { define, load, memoryAdapter, type Settings } from "data-contribution";
import type {} from "data-contribution/react";
import { organization } from "../../pages/fixtures/organization.js";

define();
const adapter = memoryAdapter();

function Page() {
  const [isDirty, setDirty] = useState(false);
  const [saved, setSaved] = useState<Settings | null>(null);
  useEffect(() => void load().then(() => document.documentElement.setAttribute("data-dc-engine-ready", "")), []);
  return (
    <main>
      <data-contribution
        organization={organization}
        adapter={adapter}
        now="2026-11-23T09:00:00Z"
        theme="light"
        ondc-change={({ detail }) => setDirty(detail.isDirty)}
        ondc-saved={({ detail }) => setSaved(detail.settings)}
      />
      <p id="dirty">{String(isDirty)}</p>
      <p id="saved">{saved?.inAppData.coverage}</p>
    </main>
  );
}

createRoot(document.body.appendChild(document.createElement("div"))).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
