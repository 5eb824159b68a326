import { Receipt } from "@/features/reports/Receipt";
import { useParam } from "@/shared/route";
import { ReportFileCount } from "./ReportFiles";

/** The receipt for a report, or that it still waits to go in. */
export default function ReportReceiptPage() {
  const id = useParam("id");
  return <Receipt id={id} files={<ReportFileCount id={id} />} />;
}
