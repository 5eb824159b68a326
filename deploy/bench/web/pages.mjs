/**
 * The pages that are weighed, the first page first, each with the account before it; `audited` are those that Lighthouse looks at.
 */
export async function pages({ url, password, office, commune }) {
  const asOffice = await caller(url, office, password);
  const asCommune = await caller(url, commune, password);
  const draft = (await asCommune("/reports?state=draft&kind=agency&limit=1")).items[0];
  const report = await asCommune(`/reports/${draft.id}`);
  const plan = (await asOffice("/plans?sort=-year&limit=1")).items[0];
  const form = `/reports/${draft.id}/sections/${report.sections[0].code}`;
  return [
    { name: "sign-in", path: "/sign-in", audited: true },
    { name: "home, commune", path: "/", who: commune, audited: true },
    { name: "home, culture office", path: "/", who: office, audited: true },
    { name: "matrix", path: "/follow", who: office, audited: true },
    { name: "report form", path: form, who: commune, audited: true },
    { name: "check before handing in", path: `/reports/${draft.id}/check`, who: commune },
    { name: "one round", path: `/rounds/${draft.round_id}`, who: office },
    { name: "consolidation", path: `/rounds/${draft.round_id}/consolidation`, who: office },
    { name: "review", path: "/review", who: office },
    { name: "one plan", path: `/plans/${plan.id}`, who: office },
    { name: "import", path: "/plans/import", who: office },
    { name: "new plan", path: "/plans/new", who: office },
  ];
}

async function caller(url, username, password) {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const { access_token: token } = await answer.json();
  return async (path) => {
    const got = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
    if (!got.ok) throw new Error(`GET ${path}: ${got.status}`);
    return got.json();
  };
}
