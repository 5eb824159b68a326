import { AssignmentHeader } from "@/features/assignments/AssignmentHeader";
import { AssignmentView } from "@/features/assignments/AssignmentView";
import type { FilePlaces } from "@/features/assignments/files";
import { DraftFiles, WaitingFiles } from "@/features/evidence/DraftFiles";
import { Evidence } from "@/features/evidence/Evidence";
import i18next from "i18next";
import { useParam } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";

const files: FilePlaces = {
  ofAssignment: ({ id, allowed_actions: allowed }) => (
    <Evidence
      owner={{ kind: "assignment", id }}
      mayAdd={allowed.includes("attach")}
      title={i18next.t("evidence.assignmentTitle")}
    />
  ),
  ofUpdate: ({ id, allowed_actions: allowed }) => (
    <Evidence owner={{ kind: "progress_update", id }} mayAdd={allowed.includes("attach")} />
  ),
  ofDraft: (kept) => <DraftFiles belongs={kept} />,
  ofWaiting: (kept) => <WaitingFiles belongs={kept} />,
};

/** One assignment: what is asked, what was done, what can be said now. */
export default function AssignmentPage() {
  const id = useParam("id");
  return (
    <Page>
      <AssignmentHeader id={id} />
      <AssignmentView key={id} id={id} files={files} />
    </Page>
  );
}
