import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { ErrorSummary } from "./ErrorSummary";

test("the same words are told once, and again where they lead elsewhere", () => {
  const words = "Nhóm này chưa chọn thành viên.";
  show(<ErrorSummary lines={[{ words }, { words }, { words, target: "so" }]} />, {
    me: person("leader", []),
  });
  expect(within(screen.getByRole("alert")).getAllByText(words)).toHaveLength(2);
});
