import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { ids, report, reportLine } from "@/testing/office";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { ReviewReport } from "./ReviewReport";

test("the key that accepts asks first, as the button does", async () => {
  let accepted = 0;
  server.use(
    http.get("/reports/{id}", ({ response }) => response(200).json(report())),
    http.get("/reports/{id}/revisions", ({ response }) =>
      response(200).json({ items: [], next_cursor: null }),
    ),
    http.get("/reports", ({ response }) => response(200).json({ items: [reportLine()], next_cursor: null })),
    http.post("/reports/{id}/accept", () => {
      accepted += 1;
      return HttpResponse.json(report({ state: "accepted", allowed_actions: ["return"] }));
    }),
  );
  const { went } = show(<ReviewReport id={ids.anReport} />, {
    me: person("culture_office", ["report:review"]),
  });
  await screen.findByRole("button", { name: /^Tiếp nhận/ });
  await userEvent.keyboard("d");
  const dialog = await screen.findByRole("dialog", { name: "Tiếp nhận báo cáo của UBND xã Phổ An?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Hủy" }));
  await userEvent.click(screen.getByRole("button", { name: /^Tiếp nhận/ }));
  expect(accepted).toBe(0);
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Tiếp nhận" }));
  await waitFor(() => expect(accepted).toBe(1));
  await waitFor(() => expect(went).toEqual(["/review"]));
});
