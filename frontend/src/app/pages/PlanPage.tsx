import { PlanView } from "@/features/plans/PlanView";
import { useParam } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";

/** One plan as document and as tasks. */
export default function PlanPage() {
  return (
    <Page>
      <PlanView id={useParam("id")} />
    </Page>
  );
}
