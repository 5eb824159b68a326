import { GoOn } from "@/features/reports/GoOn";
import { useParam } from "@/shared/route";

/** Leads to where the work on a report goes on. */
export default function ReportGoOnPage() {
  const id = useParam("id");
  return <GoOn id={id} />;
}
