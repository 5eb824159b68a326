import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { SidePanel } from "./SidePanel";

test("beside the work it takes the focus to its heading", () => {
  vi.spyOn(window, "matchMedia").mockImplementation(
    (media) => Object.assign(new EventTarget(), { media, matches: true }) as MediaQueryList,
  );
  show(
    <SidePanel title="UBND xã Phổ An" onClose={() => undefined}>
      Chưa nộp
    </SidePanel>,
  );
  expect(screen.getByRole("heading", { name: "UBND xã Phổ An" })).toHaveFocus();
  vi.restoreAllMocks();
});
