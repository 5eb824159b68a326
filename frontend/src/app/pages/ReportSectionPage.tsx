import { SectionScreen } from "@/features/reports/SectionScreen";
import { useParam } from "@/shared/route";
import { ReportFiles } from "./ReportFiles";

/** One section of a report being written. */
export default function ReportSectionPage() {
  const id = useParam("id");
  const code = useParam("code");
  return <SectionScreen id={id} code={code} evidence={(mayAdd) => <ReportFiles id={id} mayAdd={mayAdd} />} />;
}
