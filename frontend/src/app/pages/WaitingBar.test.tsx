import { QueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { place } from "@/features/reports/draft/fields";
import { sampleReport } from "@/features/reports/draft/sample";
import { draftBox } from "@/features/reports/draft/useDraft";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { WaitingBar } from "./WaitingBar";

test("the bar leads to what waits to be sent, not to a figure that is no number yet", async () => {
  server.use(http.patch("/reports/{id}", () => HttpResponse.error()));
  const me = person("commune", ["report:write"]);
  const box = draftBox(new QueryClient(), me.account.id);
  const [typed, written] = [sampleReport(), sampleReport({ id: "01930000-0000-7000-8000-00000000aaab" })];
  await box.open(typed);
  await box.open(written);
  const quantities = [{ value: "", qualifier: "" as const, typed: "4.6" }];
  box.write(typed.id, { [place.answer("9", "9.1")]: { nil: false, quantities, text: "", asOf: null } });
  const { unmount } = show(<WaitingBar />, { me });
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
  unmount();
  box.write(written.id, { [place.text("10")]: "Thiếu loa." });
  show(<WaitingBar />, { me });
  expect(screen.getByRole("link")).toHaveAttribute("href", expect.stringContaining(written.id));
});
