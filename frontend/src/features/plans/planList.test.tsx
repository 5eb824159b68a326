import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { components } from "@/shared/api/schema.gen";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { blankDraft } from "./blank";
import { PlanList } from "./PlanList";

type Line = components["schemas"]["PlanLine"];

function line(over: Partial<Line>): Line {
  const { year, period, document_kind, number, issued_on } = blankDraft(2024);
  return {
    ...{
      year: year ?? 2024,
      period: period ?? { starts_on: "", ends_on: "" },
      document_kind,
      number,
      issued_on,
    },
    id: "a",
    version: 1,
    created_at: "2024-03-11T08:05:00+07:00",
    updated_at: "2024-03-11T08:05:00+07:00",
    issuer: { agency: "UBND thị xã Đức Phổ", agency_id: null },
    title: "Kế hoạch 2024",
    state: "draft",
    allowed_actions: [],
    ...over,
  };
}

test("two drafts of one document are told apart by when they were made and changed; of an issued plan its date is enough", async () => {
  const items = [
    line({}),
    line({
      id: "b",
      version: 3,
      created_at: "2024-03-11T09:10:00+07:00",
      updated_at: "2024-03-12T10:00:00+07:00",
    }),
    line({ id: "c", state: "issued", issued_on: "2024-03-29", created_at: "2024-03-10T07:00:00+07:00" }),
  ];
  server.use(http.get("/plans", ({ response }) => response(200).json({ items, next_cursor: null })));
  show(<PlanList filters={{}} onSearch={() => undefined} />, {
    me: person("culture_office", ["plan:write"]),
  });
  expect(await screen.findByText("Lập lúc 08:05, 11/03/2024")).toBeInTheDocument();
  expect(
    screen.getByText("Lập lúc 09:10, 11/03/2024, sửa lần cuối lúc 10:00, 12/03/2024"),
  ).toBeInTheDocument();
  expect(screen.queryByText(/07:00/)).not.toBeInTheDocument();
});
