import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { blankDraft } from "./blank";
import { leftToSettle, Settling } from "./Settling";

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

test("an unknown name and a group without members are left to settle until someone decides", () => {
  const groups = [
    { id: "g", name: "Các cơ quan liên quan", by_hand: true, member_ids: [] },
  ] as unknown as Parameters<typeof leftToSettle>[1];
  const draft = {
    ...blankDraft(2026),
    responsibilities: [
      { who: [{ agency: "Phòng lạ" }, { group: "Các cơ quan liên quan", group_id: "g" }], duties: [] },
    ],
  };
  expect(leftToSettle(draft, groups)).toBe(2);
  const settled_groups = [{ group_id: "g", agency_ids: [], empty: true }];
  expect(leftToSettle({ ...draft, settled_groups }, groups)).toBe(1);
});
