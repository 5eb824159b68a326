import { screen, waitFor } from "@testing-library/react";
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

test("when the deed takes its button away, focus stands at the page's beginning", async () => {
  function Page() {
    const [state, setState] = useState<"idle" | "asking" | "done">("idle");
    return (
      <main id="main" tabIndex={-1}>
        {state !== "done" && (
          <button type="button" onClick={() => setState("asking")}>
            Chốt
          </button>
        )}
        {state === "asking" && (
          <ConfirmDialog
            title="Chốt?"
            verb="Chốt báo cáo"
            onConfirm={() => setState("done")}
            onClose={() => setState("idle")}
          >
            Số liệu sẽ khóa.
          </ConfirmDialog>
        )}
      </main>
    );
  }
  show(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Chốt" }));
  await userEvent.click(screen.getByRole("button", { name: "Chốt báo cáo" }));
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

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
