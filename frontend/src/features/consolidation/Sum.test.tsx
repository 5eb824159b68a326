import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import type { Indicator } from "./report";
import { Sum } from "./Sum";

/** An indicator without a total: one report says nil, and `others` say what they say. */
function without(reporting: number): Indicator {
  const part = {
    agency_id: "a",
    agency: "UBND xã Phổ An",
    report_id: "r",
    value: null,
    value2: null,
    nil: true,
  };
  return {
    definition: { code: "4.1", name: "Đoàn khách quốc tế", unit: ["đoàn"], over_agencies: "none" },
    total: null,
    nil: false,
    reporting,
    parts: [part],
    blank: [{ agency: "UBND xã Phổ Châu", agency_id: "b" }],
  } as unknown as Indicator;
}

test("where nobody gave a figure there is none yet, which is another thing than figures that are not added up", () => {
  const first = show(<Sum indicator={without(0)} at={0} />, { me: person("culture_office", []) });
  expect(screen.getByRole("button", { name: /^…/ })).toBeInTheDocument();
  expect(screen.queryByText("không cộng")).not.toBeInTheDocument();
  first.unmount();
  show(<Sum indicator={without(2)} at={0} />, { me: person("culture_office", []) });
  expect(screen.getByRole("button", { name: /^không cộng/ })).toBeInTheDocument();
});
