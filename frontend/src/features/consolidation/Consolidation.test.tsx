import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { components } from "@/shared/api/schema.gen";
import { ids, problem, report, reportLine, round, section, value } from "@/testing/office";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { Consolidation } from "./Consolidation";

type Schema = components["schemas"];

let head = person("culture_office", []);
let accounts = 0;
const texts = [
  {
    agency: "UBND xã Phổ An",
    agency_id: ids.an,
    report_id: ids.anReport,
    revision: 1,
    text: "Phát 312 buổi.",
    nil: false,
  },
  {
    agency: "Hội Nông dân",
    agency_id: ids.union,
    report_id: ids.unionReport,
    revision: 1,
    text: "",
    nil: true,
  },
];

function handing(over: Partial<Schema["Handing"]> = {}): Schema["Handing"] {
  const { agency, agency_id, agency_kind, id, section_codes, state, standing, days_late } = reportLine();
  return {
    agency,
    agency_id,
    agency_kind,
    report_id: id,
    section_codes,
    state,
    standing,
    days_late,
    handed_in_at: null,
    receipt: null,
    exempt_reason: null,
    ...over,
  };
}

function together(over: Partial<Schema["Consolidation"]> = {}): Schema["Consolidation"] {
  const missing = handing({
    agency: "UBND xã Phổ Châu",
    agency_id: ids.chau,
    state: "draft",
    standing: "missing",
    days_late: 5,
  });
  const [first, pair] = section.indicators;
  const part = { agency: "UBND xã Phổ An", agency_id: ids.an, report_id: ids.anReport };
  return {
    round_id: ids.round,
    report_id: ids.consolidated,
    as_of: "2024-11-15T09:00:00+07:00",
    frozen: false,
    owing: 3,
    accepted: 2,
    agencies: [handing(), missing],
    missing: [missing],
    late: [],
    exempted: [],
    nil: [],
    pending: [],
    outstanding: [],
    returned: [],
    changed_sources: [],
    sections: [
      {
        code: "9",
        title: section.title,
        task_ordinal: 9,
        owing: 3,
        accepted: 2,
        without: [{ agency: "UBND xã Phổ Châu", agency_id: ids.chau }],
        texts,
        indicators: [
          {
            definition: first as Schema["ReportIndicator"],
            total: { value: 312, value2: null, qualifier: "", qualifier2: "" },
            nil: false,
            reporting: 1,
            parts: [{ ...part, ...value(312) }],
            blank: [],
          },
          {
            definition: pair as Schema["ReportIndicator"],
            total: null,
            nil: true,
            reporting: 0,
            parts: [],
            blank: [],
          },
        ],
      },
    ],
    ...over,
  };
}

function consolidated(over: Partial<Schema["Report"]> = {}): Schema["Report"] {
  return report({
    id: ids.consolidated,
    version: 1,
    kind: "consolidated",
    state: "draft",
    allowed_actions: ["edit", "submit"],
    content: { sections: {} },
    ...over,
  });
}

function serving(
  given: { together?: Partial<Schema["Consolidation"]>; report?: Partial<Schema["Report"]> } = {},
) {
  server.use(
    http.get("/rounds/{id}", () => HttpResponse.json(round())),
    http.get("/plans/{id}", () =>
      HttpResponse.json({
        id: ids.plan,
        title: "Kế hoạch 2024",
        issuer: { agency: "UBND thị xã Đức Phổ", agency_id: null },
      } as never),
    ),
    http.get("/rounds/{id}/consolidation", () => HttpResponse.json(together(given.together))),
    http.get("/reports/{id}", () => HttpResponse.json(consolidated(given.report))),
  );
}

const page = (section?: string) => (
  <Consolidation roundId={ids.round} section={section} view={undefined} setFilters={() => undefined} />
);

/** Every test has an account, and so drafts, of its own. */
beforeEach(() => {
  accounts += 1;
  head = person("culture_office", ["consolidation:read", "consolidation:write", "consolidation:submit"]);
  head = { ...head, account: { ...head.account, id: `account-${accounts}` } };
});

test("the key G merges the text that comes next, and it is saved with whose it is", async () => {
  const saved: unknown[] = [];
  serving();
  server.use(
    http.patch("/reports/{id}", async ({ request }) => {
      const body = (await request.json()) as unknown as { content: Schema["ReportContent"] };
      saved.push(body);
      return HttpResponse.json(consolidated({ version: 2, content: body.content }));
    }),
  );
  show(page("9"), { me: head });
  const card = await screen.findByRole("article", { name: "UBND xã Phổ An" });
  expect(within(card).getByRole("button", { name: "Gộp" })).toHaveAttribute("aria-keyshortcuts", "G");
  await userEvent.keyboard("g");
  expect(screen.getByRole("textbox", { name: /Truyền thanh cơ sở/ })).toHaveValue("Phát 312 buổi.");
  await waitFor(() => expect(saved).toHaveLength(1), { timeout: 3000 });
  expect(saved[0]).toEqual({
    content: {
      sections: {
        "9": {
          text: "Phát 312 buổi.",
          merged: [{ report_id: ids.anReport, revision: 1 }],
          reviewed: [ids.anReport],
        },
      },
    },
  });
  expect(await screen.findByText(/Tự lưu lúc/)).toBeInTheDocument();
});

test("who has nothing, who is missing and what is nil is named", async () => {
  serving();
  show(page("9"), { me: head });
  const absent = await screen.findByRole("region", { name: "Chưa có trong số liệu (1)" });
  expect(absent).toHaveTextContent("UBND xã Phổ Châu");
  expect(within(absent).getByText("Chưa nộp, 5 ngày")).toBeInTheDocument();
  expect(screen.getByText("Không phát sinh (1):").parentElement).toHaveTextContent("Hội Nông dân");
  for (const unit of ["cuộc", "lượt người"])
    expect(screen.getByRole("cell", { name: unit }).nextSibling).toHaveTextContent("không phát sinh");
});

test("a sum stands live in the text and opens to the reports that it is added from", async () => {
  serving({
    report: { content: { sections: { "9": { text: "Phát {9.1} buổi.", nil: false, values: {} } } } },
  });
  show(page("9"), { me: head });
  const sheet = await screen.findByRole("article", { name: "Báo cáo tổng hợp" });
  const [figure] = within(sheet).getAllByRole("button", { name: "312" });
  expect(figure?.parentElement).toHaveTextContent("Phát 312");
  const opened = document.getElementById(figure?.getAttribute("popovertarget") ?? "");
  expect(opened).toHaveTextContent("cộng từ 1 báo cáo");
  expect(opened).toHaveTextContent("UBND xã Phổ An");
});

test("a source that changed since it was merged is told in a banner, and can be taken as seen", async () => {
  const merged = [{ report_id: ids.anReport, revision: 1 }];
  serving({
    together: {
      changed_sources: [
        {
          section: "9",
          agency: "UBND xã Phổ An",
          agency_id: ids.an,
          report_id: ids.anReport,
          merged_revision: 1,
          revision: 2,
          state: "accepted",
        },
      ],
    },
    report: { content: { sections: { "9": { text: "Phát 300 buổi.", nil: false, values: {}, merged } } } },
  });
  let sent: unknown;
  server.use(
    http.get("/reports/{id}/revisions", () => HttpResponse.json({ items: [], next_cursor: null })),
    http.patch("/reports/{id}", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(consolidated({ version: 2 }));
    }),
  );
  show(page("9"), { me: head });
  expect(await screen.findByText("Báo cáo của UBND xã Phổ An đã đổi sau khi gộp.")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Đã xem, giữ lời văn" }));
  await waitFor(() => expect(sent).toBeDefined(), { timeout: 3000 });
  expect(sent).toEqual({
    content: { sections: { "9": { merged: [{ report_id: ids.anReport, revision: 2 }] } } },
  });
});

test("handing to the leader asks first and names who is not in it", async () => {
  serving();
  let submitted = 0;
  server.use(
    http.post("/reports/{id}/submit", () => {
      submitted += 1;
      return HttpResponse.json(consolidated({ state: "submitted" }));
    }),
  );
  show(page("9"), { me: head });
  await userEvent.click(await screen.findByRole("button", { name: "Trình lãnh đạo" }));
  const dialog = screen.getByRole("dialog", { name: "Trình lãnh đạo báo cáo tổng hợp?" });
  expect(dialog).toHaveTextContent("Chưa nộp (1): UBND xã Phổ Châu");
  expect(dialog).toHaveTextContent("Còn 1 phần có đoạn chưa xem: 9.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Trình lãnh đạo" }));
  await waitFor(() => expect(submitted).toBe(1));
});

test("a leader reads, sends back with words, and approves with number and date", async () => {
  serving({
    report: {
      state: "submitted",
      allowed_actions: ["send_back", "approve"],
      content: { sections: {}, outlook: "Giữ vững." },
    },
    together: { frozen: true },
  });
  let approved: unknown;
  server.use(
    http.post("/reports/{id}/approve", async ({ request }) => {
      approved = await request.json();
      return HttpResponse.json(consolidated({ state: "approved" }));
    }),
  );
  show(page(), {
    me: person("leader", ["consolidation:read", "consolidation:review"], { business_day: "2024-11-20" }),
  });
  expect(await screen.findByText("Giữ vững.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Gộp/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Trả lại" }));
  const back = screen.getByRole("dialog");
  await userEvent.click(within(back).getByRole("button", { name: "Trả lại" }));
  expect(within(back).getByRole("alert")).toHaveTextContent("Ghi điều cần chỉnh sửa.");
  await userEvent.click(within(back).getByRole("button", { name: "Hủy" }));
  await userEvent.click(screen.getByRole("button", { name: "Duyệt báo cáo" }));
  const approval = screen.getByRole("dialog");
  await userEvent.type(within(approval).getByRole("textbox", { name: "Số, ký hiệu" }), "210/BC-UBND");
  await userEvent.click(within(approval).getByRole("button", { name: "Duyệt báo cáo" }));
  await waitFor(() => expect(approved).toEqual({ number: "210/BC-UBND", dated_on: "2024-11-20" }));
});

test("before it is begun one sees what there is to add up, and begins", async () => {
  serving({ together: { report_id: null } });
  let begun = 0;
  server.use(
    http.post("/rounds/{id}/consolidated", () => {
      begun += 1;
      return HttpResponse.json(consolidated(), { status: 201 });
    }),
  );
  show(page(), { me: head });
  expect(await screen.findByText("Đã tiếp nhận 2/3 báo cáo")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Bắt đầu tổng hợp" }));
  await waitFor(() => expect(begun).toBe(1));
});

test("a text that the server refused says so, in the line of saving, at its section and at the text", async () => {
  serving();
  const refusal = {
    ...problem(422, "input.invalid"),
    errors: [{ pointer: "/content/sections/9/text", code: "input.too_long", message: "Quá dài." }],
  };
  server.use(http.patch("/reports/{id}", () => HttpResponse.json(refusal, { status: 422 })));
  show(page("9"), { me: head });
  await userEvent.type(await screen.findByRole("textbox", { name: /Truyền thanh cơ sở/ }), "Dài.");
  const line = await screen.findByText(/Chưa được nhận: 9. Truyền thanh cơ sở/, undefined, { timeout: 4000 });
  expect(line).toBeInTheDocument();
  expect(screen.queryByText("Đã lưu trên máy, chờ gửi")).not.toBeInTheDocument();
  const section = within(screen.getByRole("navigation", { name: "Các phần của báo cáo" })).getByRole("link", {
    name: /Truyền thanh cơ sở/,
  });
  expect(section).toHaveTextContent("Có chỗ chưa được nhận");
  expect(screen.getByRole("textbox", { name: /Truyền thanh cơ sở/ })).toBeInvalid();
});
