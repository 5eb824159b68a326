import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { blankDraft } from "./blank";
import { Settling } from "./Settling";

test("while one choice is being kept no other can be made", () => {
  const draft = { ...blankDraft(2026), responsibilities: [{ who: [{ agency: "Phòng lạ" }], duties: [] }] };
  const suggestions = new Map([["Phòng lạ", [{ agency: "Phòng VHTT" }]]]);
  const settling = (busy: boolean) => (
    <Settling
      draft={draft}
      agencies={[]}
      groups={[]}
      suggestions={suggestions}
      busy={busy}
      onChange={() => undefined}
    />
  );
  const first = show(settling(false), { me: person("culture_office", []) });
  expect(screen.getByRole("button", { name: "Phòng VHTT" })).toBeEnabled();
  first.unmount();
  show(settling(true), { me: person("culture_office", []) });
  expect(screen.getByRole("button", { name: "Phòng VHTT" })).toBeDisabled();
});
