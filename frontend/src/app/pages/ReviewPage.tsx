import { Queue } from "@/features/review/Queue";
import { Page } from "@/shared/ui/Page/Page";

/** The queue of reports that wait for review. */
export default function ReviewPage() {
  return (
    <Page>
      <Queue />
    </Page>
  );
}
