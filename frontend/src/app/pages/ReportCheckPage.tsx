import { CheckReport } from "@/features/reports/CheckReport";
import { useParam } from "@/shared/route";
import { ReportFileCount, ReportFiles } from "./ReportFiles";

/** What goes in, to whom, what is missing; then handing in. */
export default function ReportCheckPage() {
  const id = useParam("id");
  return (
    <CheckReport
      id={id}
      evidence={(mayAdd) => <ReportFiles id={id} mayAdd={mayAdd} />}
      files={<ReportFileCount id={id} />}
    />
  );
}
