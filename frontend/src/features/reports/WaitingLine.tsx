import { useTranslation } from "react-i18next";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { useWaiting } from "./draft/useDraft";

/** On pages outside a report: what of the reports still lies on this device alone. Nothing when the office has all. */
export function WaitingLine() {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const [first] = waiting;
  if (first === undefined) return null;
  const count = waiting.reduce((sum, draft) => sum + draft.unsent.length, 0);
  const words =
    count > 0
      ? t("report.waiting", { count })
      : t("report.waitingReports", { count: waiting.filter((draft) => draft.handIn !== null).length });
  const to =
    waiting.length > 1
      ? paths.reports
      : pathTo(first.handIn === null ? paths.report : paths.reportReceipt, { id: first.report.id });
  return (
    <SaveLine
      state={waiting.some((draft) => draft.sending) ? { is: "sending" } : { is: "kept" }}
      more={<Link to={to}>{words}</Link>}
    />
  );
}
