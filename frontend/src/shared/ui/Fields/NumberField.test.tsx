import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { NumberField } from "./NumberField";

function Field({ issuer }: { issuer: string }) {
  const [value, setValue] = useState("");
  return <NumberField kind="BC" issuer={issuer} value={value} onChange={setValue} />;
}

test.each([
  ["UBND xã Phổ An", /112\/BC-UBND/],
  ["Phòng Văn hóa và Thông tin", /112\/BC-VHTT, thay VHTT/],
])("the form of a number stands above it, for %s", (issuer, form) => {
  show(<Field issuer={issuer} />);
  expect(screen.getByLabelText("Số, ký hiệu")).toHaveAccessibleDescription(form);
});

test.each([
  ["210", true],
  ["BC-UBND", true],
  ["số 12/BC-UBND", true],
  ["210/BC-UBND", false],
  ["45/2024/BC-UBMTTQ", false],
  ["12-BC/TU", false],
])("«%s» is doubted once the field is left: %s", async (typed, doubted) => {
  show(<Field issuer="UBND xã Phổ An" />);
  await userEvent.type(screen.getByLabelText("Số, ký hiệu"), typed);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await userEvent.tab();
  if (doubted) expect(screen.getByRole("status")).toHaveTextContent("như 112/BC-UBND");
  else expect(screen.getByRole("status")).toBeEmptyDOMElement();
});
