import { Rounds } from "@/features/rounds/Rounds";
import { Page } from "@/shared/ui/Page/Page";

/** The report rounds. */
export default function RoundsPage() {
  return (
    <Page>
      <Rounds />
    </Page>
  );
}
