import { ReviewReport } from "@/features/review/ReviewReport";
import { useParam } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";

/** One report before its reviewer. */
export default function ReviewReportPage() {
  const id = useParam("id");
  return (
    <Page>
      <ReviewReport key={id} id={id} />
    </Page>
  );
}
