import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";

function Asking({ onConfirm }: { onConfirm: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Chốt
      </button>
      {open && (
        <ConfirmDialog
          title="Chốt báo cáo?"
          verb="Chốt báo cáo"
          onConfirm={onConfirm}
          onClose={() => setOpen(false)}
        >
          Số liệu và lời văn sẽ khóa.
        </ConfirmDialog>
      )}
    </>
  );
}

test("it asks the question, repeats the verb, and gives focus back", async () => {
  const onConfirm = vi.fn();
  show(<Asking onConfirm={onConfirm} />);
  await userEvent.click(screen.getByRole("button", { name: "Chốt" }));
  expect(screen.getByRole("dialog", { name: "Chốt báo cáo?" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Chốt báo cáo" }));
  expect(onConfirm).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole("button", { name: "Hủy" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Chốt" })).toHaveFocus();
});
