import type { components } from "@/shared/api/schema.gen";

// What the focal point's screens are given in tests: one round of 2024 with two communes and a union.

type Schema = components["schemas"];

export const ids = {
  plan: "01930000-0000-7000-8000-000000000010",
  round: "01930000-0000-7000-8000-000000000020",
  task: "01930000-0000-7000-8000-000000000030",
  an: "01930000-0000-7000-8000-0000000000a1",
  chau: "01930000-0000-7000-8000-0000000000a2",
  union: "01930000-0000-7000-8000-0000000000a3",
  anReport: "01930000-0000-7000-8000-0000000000b1",
  chauReport: "01930000-0000-7000-8000-0000000000b2",
  unionReport: "01930000-0000-7000-8000-0000000000b3",
  consolidated: "01930000-0000-7000-8000-0000000000c1",
} as const;

const due = "2024-11-10T00:00:00+07:00";

/** The one section of the round: a sum and a pair. */
export const section: Schema["ReportSection"] = {
  code: "9",
  title: "Truyền thanh cơ sở",
  task_ordinal: 9,
  indicators: [
    {
      code: "9.1",
      name: "Buổi phát thanh",
      unit: ["buổi"],
      kind: "flow",
      over_agencies: "sum",
      over_time: "sum",
    },
    {
      code: "9.7",
      name: "Tuyên truyền miệng",
      unit: ["cuộc", "lượt người"],
      kind: "pair",
      over_agencies: "sum",
      over_time: "sum",
    },
  ],
};

/** The report of UBND xã Phổ An, handed in on time and waiting for review, unless said otherwise. */
export function reportLine(over: Partial<Schema["ReportLine"]> = {}): Schema["ReportLine"] {
  return {
    id: ids.anReport,
    version: 3,
    created_at: "2024-03-11T08:00:00+07:00",
    updated_at: "2024-11-09T16:50:00+07:00",
    kind: "agency",
    round_id: ids.round,
    plan_id: ids.plan,
    issuer_id: ids.plan,
    agency_id: ids.an,
    agency: "UBND xã Phổ An",
    agency_kind: "commune",
    title: "Báo cáo năm 2024",
    due_before: due,
    state: "submitted",
    standing: "on_time",
    days_late: 0,
    section_codes: ["9"],
    progress: { "9": "done" },
    nil: false,
    revision: 1,
    receipt: "BN-2024-0412",
    first_submitted_at: "2024-11-09T16:50:00+07:00",
    submitted_at: "2024-11-09T16:50:00+07:00",
    accepted_at: null,
    remarks: [],
    return_note: "",
    resubmit_before: null,
    exempt_reason: null,
    number: null,
    dated_on: null,
    allowed_actions: ["accept", "return"],
    ...over,
  };
}

/** A value of an indicator: so many, exactly. */
export function value(number: number, second: number | null = null): Schema["ReportValue"] {
  return {
    nil: false,
    value: number,
    value2: second,
    qualifier: null,
    qualifier2: null,
    text: "",
    as_of: null,
  };
}

/** A report with its content: 363 broadcasts, unless said otherwise. */
export function report(
  over: Partial<Schema["Report"]> = {},
  text = "Phát 363 buổi trên đài xã.",
): Schema["Report"] {
  return {
    ...reportLine(),
    sections: [section],
    content: {
      sections: { "9": { text, nil: false, values: { "9.1": value(363), "9.7": value(12, 480) } } },
    },
    withheld: false,
    signature: { lines: [], name: "" },
    ...over,
  };
}

/** The round: Phổ An in time, Phổ Châu missing, the union exempted. */
export function round(over: Partial<Schema["ReportRound"]> = {}): Schema["ReportRound"] {
  return {
    id: ids.round,
    version: 2,
    created_at: "2024-03-11T08:00:00+07:00",
    updated_at: "2024-03-11T08:00:00+07:00",
    plan_id: ids.plan,
    issuer_id: ids.plan,
    template_id: ids.plan,
    title: "Báo cáo năm 2024",
    sections: [section],
    starts_on: "2024-01-01",
    ends_on: "2024-12-31",
    due_before: due,
    due_text: "trước ngày 10/11/2024",
    to: { agency: "UBND thị xã Đức Phổ", agency_id: ids.plan },
    through: { agency: "Phòng Văn hóa và Thông tin", agency_id: ids.plan },
    state: "open",
    counts: counts(),
    allowed_actions: ["lock", "consolidate"],
    ...over,
  };
}

/** The counts of that round. */
function counts(over: Partial<Schema["RoundCounts"]> = {}): Schema["RoundCounts"] {
  return {
    owing: 3,
    upcoming: 0,
    due_soon: 0,
    on_time: 1,
    late: 0,
    missing: 1,
    exempted: 1,
    nil: 0,
    awaiting: 1,
    returned: 0,
    accepted: 0,
    rate: 50,
    ...over,
  };
}

/** An answer that says what went wrong. */
export function problem(status: number, code: string): Schema["Problem"] {
  return { type: "about:blank", title: code, status, code, detail: "", instance: "r-1", errors: [] };
}
