import { ReportStart } from "@/features/reports/ReportStart";
import { useParam } from "@/shared/route";
import { ReportFiles } from "./ReportFiles";

/** One report: all its sections while it is written, what went in afterwards. */
export default function ReportPage() {
  const id = useParam("id");
  return <ReportStart id={id} evidence={(mayAdd) => <ReportFiles id={id} mayAdd={mayAdd} />} />;
}
