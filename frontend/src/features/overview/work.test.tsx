import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ids, reportLine } from "@/testing/office";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { Work } from "./Work";

test("the home says which round was locked without the agency's report, and is silent of one that went in", async () => {
  const missed = reportLine({
    state: "locked",
    standing: "missing",
    first_submitted_at: null,
    submitted_at: null,
    receipt: null,
  });
  const handedIn = reportLine({ id: ids.chauReport, title: "Báo cáo 6 tháng", state: "locked" });
  server.use(
    http.get("/overview", ({ response }) =>
      response(200).json({ todo: [], continuous: [], done: 0 } as never),
    ),
    http.get("/reports", ({ response }) =>
      response(200).json({ items: [missed, handedIn], next_cursor: null, has_more: false } as never),
    ),
  );
  show(<Work />, { me: person("commune", []) });
  expect(await screen.findByText(/Chưa nộp: đợt «Báo cáo năm 2024» đã khóa/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Mở báo cáo" })).toHaveAttribute("href", `/reports/${missed.id}`);
  expect(screen.queryByText(/Báo cáo 6 tháng/)).not.toBeInTheDocument();
});
