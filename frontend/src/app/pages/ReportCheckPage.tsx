import { CheckReport } from "@/features/reports/CheckReport";
import { useParam } from "@/shared/route";

/** What goes in, to whom, what is missing; then handing in. */
export default function ReportCheckPage() {
  const id = useParam("id");
  return <CheckReport id={id} />;
}
