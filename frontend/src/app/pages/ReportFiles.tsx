import { useTranslation } from "react-i18next";
import { Evidence, EvidenceCount } from "@/features/evidence/Evidence";

/** The attachments of a report. */
export function ReportFiles({ id, mayAdd }: { id: string; mayAdd: boolean }) {
  const { t } = useTranslation();
  return <Evidence owner={{ kind: "report", id }} mayAdd={mayAdd} title={t("evidence.reportTitle")} />;
}

/** How many of them the office has. */
export function ReportFileCount({ id }: { id: string }) {
  return <EvidenceCount owner={{ kind: "report", id }} />;
}
