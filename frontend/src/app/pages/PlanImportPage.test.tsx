import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { blankDraft } from "@/features/plans/blank";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import PlanImportPage from "./PlanImportPage";

const api = "http://localhost:3000/api/v1";
const me = person("culture_office", ["plan:write"]);
const plan = {
  ...blankDraft(2024),
  document_kind: "KẾ HOẠCH",
  responsibilities: [{ who: [{ agency: "Phòng lạ" }], duties: [] }],
};
const known = { agency: "Phòng VHTT", agency_id: "01930000-0000-7000-8000-0000000000b1" };
const reading = {
  plan,
  sources: {},
  unread: [],
  warnings: [],
  unmatched: [{ agency: "Phòng lạ", suggestions: [known] }],
};

beforeEach(() => {
  const none = () => HttpResponse.json({ items: [], next_cursor: null });
  server.use(
    http.untyped.get(`${api}/agencies`, none),
    http.untyped.get(`${api}/agency-groups`, none),
    http.untyped.get(`${api}/plans`, none),
    http.untyped.post(`${api}/plans/import`, () => HttpResponse.json(reading)),
    http.untyped.post(`${api}/plans`, () => HttpResponse.json({ id: "p", version: 1 }, { status: 201 })),
  );
});

test("what was settled in a document that is being imported is there after the tab was closed, until its draft is made", async () => {
  const first = show(<PlanImportPage />, { me });
  await userEvent.type(await screen.findByRole("textbox"), "KẾ HOẠCH");
  await userEvent.click(screen.getByRole("button", { name: "Đọc nội dung" }));
  await userEvent.click(await screen.findByRole("button", { name: "Phòng VHTT" }));
  expect(screen.queryByText("«Phòng lạ»")).not.toBeInTheDocument();
  first.unmount();

  const second = show(<PlanImportPage />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Lập dự thảo" }));
  await waitFor(() => expect(second.went).toEqual(["/plans/p"]));
  second.unmount();

  show(<PlanImportPage />, { me });
  expect(await screen.findByRole("button", { name: "Đọc nội dung" })).toBeInTheDocument();
});
