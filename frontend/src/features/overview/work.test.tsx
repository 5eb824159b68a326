import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ids, reportLine } from "@/testing/office";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { Work } from "./Work";

test("the home says which rounds were locked without the agency's report or before it was accepted, and is silent of one that went in", async () => {
  const missed = reportLine({
    state: "locked",
    standing: "missing",
    first_submitted_at: null,
    submitted_at: null,
    receipt: null,
  });
  const waiting = reportLine({
    id: ids.unionReport,
    title: "Báo cáo 9 tháng",
    state: "locked",
    accepted_at: null,
  });
  const handedIn = reportLine({
    id: ids.chauReport,
    title: "Báo cáo 6 tháng",
    state: "locked",
    accepted_at: "2024-11-08T08:00:00+07:00",
  });
  server.use(
    http.get("/overview", ({ response }) =>
      response(200).json({ todo: [], continuous: [], done: 0 } as never),
    ),
    http.get("/reports", ({ response }) =>
      response(200).json({ items: [missed, waiting, handedIn], next_cursor: null, has_more: false } as never),
    ),
  );
  show(<Work />, { me: person("commune", []) });
  expect(await screen.findByText(/Chưa nộp: đợt «Báo cáo năm 2024» đã khóa/)).toBeInTheDocument();
  expect(
    screen.getByText(/«Báo cáo 9 tháng» đã khóa khi báo cáo .* chưa được tiếp nhận/),
  ).toBeInTheDocument();
  expect(screen.getAllByRole("link", { name: "Mở báo cáo" })[0]).toHaveAttribute(
    "href",
    `/reports/${missed.id}`,
  );
  expect(screen.queryByText(/Báo cáo 6 tháng/)).not.toBeInTheDocument();
});
