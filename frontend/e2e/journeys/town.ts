import type { Caller, Office } from "../office";

/** A report as the API answers with it, as far as the journeys look. */
export interface Report {
  id: string;
  version: number;
  agency: string;
  state: string;
  standing: string;
  revision: number;
  sections: { code: string }[];
  content: {
    sections: Record<
      string,
      { text: string; nil: boolean; values: Record<string, { value: number | null }> }
    >;
  };
}
export interface List<T> {
  items: T[];
}

/** The departments that owe the report beside the communes; none of them has anything to tell. */
export const departments = [
  "vanphong",
  "tckh",
  "tuphap",
  "congan",
  "ttvh",
  "noi-vu",
  "kinh-te",
  "do-thi",
  "tai-nguyen",
  "lao-dong",
  "giao-duc",
  "y-te",
  "thanh-tra",
  "tuyen-giao",
  "mat-tran",
  "lien-doan",
  "thi-doan",
  "phu-nu",
  "nong-dan",
  "cuu-chien-binh",
] as const;

/** The twelve communes that report in time through the API, beside Phổ An on its phone. */
export const onTime = [
  "nguyen-nghiem",
  "pho-van",
  "pho-quang",
  "pho-ninh",
  "pho-minh",
  "pho-vinh",
  "pho-hoa",
  "pho-thanh",
  "pho-phong",
  "pho-thuan",
  "pho-cuong",
  "pho-khanh",
] as const;

/** The one report that an agency owes. */
export async function reportOf(office: Office, username: string): Promise<Report> {
  const caller = await office.as(username);
  const mine = await caller.call<List<Report>>("GET", "/reports?kind=agency&limit=1");
  const first = mine.items[0];
  if (first === undefined) throw new Error(`${username} owes no report`);
  return caller.call<Report>("GET", `/reports/${first.id}`);
}

/** Reports a number of broadcasts, or nothing at all, and hands it in. */
export async function reportThroughApi(
  office: Office,
  username: string,
  broadcasts: number | null,
): Promise<void> {
  const caller = await office.as(username);
  const { id, version, sections } = await reportOf(office, username);
  const said = Object.fromEntries(
    sections.map(({ code }) => [
      code,
      code === "9" && broadcasts !== null
        ? { text: `Phát ${broadcasts} buổi.`, nil: false, values: { "9.1": { value: broadcasts } } }
        : { text: "", nil: true, values: {} },
    ]),
  );
  await caller.call("POST", `/reports/${id}/submit`, { content: { sections: said } }, `"${version}"`);
}

/** Accepts everything that was handed in. */
export async function acceptAll(api: Caller): Promise<void> {
  const { items } = await api.call<List<Report>>("GET", "/reports?limit=200&state=submitted&kind=agency");
  await api.call("POST", "/reports/accept", { items: items.map(({ id, version }) => ({ id, version })) });
}
