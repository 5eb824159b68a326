import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Caller, Office } from "../office";

const plan2024 = resolve(import.meta.dirname, "../../../internal/planreader/testdata");
/** The official document of the 2024 plan, to be given to the import. */
export const planDocument = resolve(plan2024, "plan.docx");

/** A record as far as the screens' addresses need it. */
interface Named {
  id: string;
  version: number;
  agency_id: string;
  allowed_actions: string[];
}

/** The records of the demonstration that the screens are opened on, and two drafts made for them. */
export interface World {
  plan: string;
  round: string;
  /** Phổ An's report, being written, and last year's, locked with its receipt. */
  draft: string;
  past: string;
  /** What Phổ An works on. */
  assignment: string;
  /** A report that waits for review, one that was returned. */
  submitted: string;
  returned: string;
  /** The matrix' cell of a report that another is writing. */
  cell: string;
  /** Last year's report that Phổ Châu never handed in. */
  tooLate: string;
  /** A plan with groups still to settle, and one that waits for the leader. */
  unsettled: string;
  waiting: string;
}

/** Looks up, and where the demonstration has none makes, what the screens show. */
export async function worldOf(office: Office): Promise<World> {
  const vhtt = await office.as("vhtt");
  const commune = await office.as("pho-an");
  const [plan] = await listed(vhtt, "/plans?year=2024&state=issued");
  const round = await first(vhtt, `/rounds?plan_id=${plan?.id}`);
  const reports = `/reports?plan_id=${plan?.id}&kind=agency&limit=200`;
  return {
    plan: plan?.id ?? "",
    round,
    draft: await first(commune, `/reports?plan_id=${plan?.id}`),
    past: await first(commune, "/reports?state=locked"),
    assignment: await first(commune, `/assignments?plan_id=${plan?.id}&state=in_progress`, (one) =>
      one.allowed_actions.includes("hand_in"),
    ),
    submitted: await first(vhtt, `${reports}&state=submitted`),
    returned: await first(vhtt, `${reports}&state=returned`),
    cell: `${(await listed(vhtt, `${reports}&state=draft`))[0]?.agency_id}.${round}`,
    tooLate: await first(await office.as("pho-chau"), "/reports?state=locked&standing=missing"),
    unsettled: (await draftOf(vhtt, "bản đang soạn")).id,
    waiting: await submittedPlan(vhtt),
  };
}

/** Hands the consolidated report to the leader, as the culture office's head does. */
export async function submitConsolidated(office: Office): Promise<void> {
  const vhtt = await office.as("vhtt");
  const [report] = (await listed(vhtt, "/reports?kind=consolidated&state=draft")).slice(-1);
  await vhtt.call("POST", `/reports/${report?.id}/submit`, undefined, `"${report?.version}"`);
}

/** A colleague writes into Phổ An's report meanwhile. */
export async function writeMeanwhile(office: Office, report: string, text: string): Promise<void> {
  const colleague = await office.as("pho-an.cv");
  const { version } = await colleague.call<Named>("GET", `/reports/${report}`);
  await colleague.call(
    "PATCH",
    `/reports/${report}`,
    { content: { sections: { "9": { text } } } },
    `"${version}"`,
  );
}

async function draftOf(vhtt: Caller, title: string): Promise<Named & { draft: object }> {
  const text = readFileSync(resolve(plan2024, "plan.txt"), "utf8");
  const { plan } = await vhtt.call<{ plan: object }>("POST", "/plans/import?dry_run=true", text);
  const draft = { ...plan, title: `Công tác thông tin đối ngoại năm 2024, ${title}` };
  return { ...(await vhtt.call<Named>("POST", "/plans", draft)), draft };
}

async function submittedPlan(vhtt: Caller): Promise<string> {
  const { id, version, draft } = await draftOf(vhtt, "bản trình");
  const { items } = await vhtt.call<{ items: { group_id: string; by_hand: boolean }[] }>(
    "GET",
    `/plans/${id}/groups`,
  );
  const settled_groups = items
    .filter((group) => group.by_hand)
    .map(({ group_id }) => ({ group_id, agency_ids: [], empty: true }));
  const settled = await vhtt.call<Named>("PUT", `/plans/${id}`, { ...draft, settled_groups }, `"${version}"`);
  await vhtt.call("POST", `/plans/${id}/submit`, undefined, `"${settled.version}"`);
  return id;
}

async function listed(caller: Caller, path: string): Promise<Named[]> {
  return (await caller.call<{ items: Named[] }>("GET", path)).items;
}

async function first(
  caller: Caller,
  path: string,
  fits: (one: Named) => boolean = () => true,
): Promise<string> {
  const one = (await listed(caller, path)).find(fits);
  if (one === undefined) throw new Error(`the demonstration lacks what the screens show: ${path}`);
  return one.id;
}
