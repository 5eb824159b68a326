import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { Approve } from "./Approve";
import type { NarrativeBox } from "./draft/box";
import type { Fields } from "./draft/fields";
import type { Consolidation, Report } from "./report";
import { SendBack } from "./SendBack";
import { SubmitToLeader } from "./SubmitToLeader";
import classes from "./Deciding.module.css";

interface DecidingProps {
  report: Report;
  consolidation: Consolidation;
  fields: Fields;
  box: NarrativeBox;
}

/** What is to be done with the consolidated report: the culture office hands it to the leader, who sends it back or approves it. */
export function Deciding({ report, consolidation, fields, box }: DecidingProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"submit" | "send_back" | "approve" | null>(null);
  const may = (verb: string) => report.allowed_actions.includes(verb);
  const close = () => setOpen(null);
  return (
    <div className={classes.root}>
      {!report.withheld && (
        <DownloadButton path={`/reports/${report.id}/document.docx`}>
          {t("consolidation.docx")}
        </DownloadButton>
      )}
      <DownloadButton path={`/rounds/${report.round_id}/figures.xlsx`}>
        {t("consolidation.xlsx")}
      </DownloadButton>
      {may("submit") && (
        <Button look="filled" onClick={() => setOpen("submit")}>
          {t("consolidation.submit")}
        </Button>
      )}
      {may("send_back") && (
        <Button look="warn" onClick={() => setOpen("send_back")}>
          {t("consolidation.sendBack")}
        </Button>
      )}
      {may("approve") && (
        <Button look="filled" onClick={() => setOpen("approve")}>
          {t("consolidation.approve")}
        </Button>
      )}
      {open === "submit" && (
        <SubmitToLeader
          report={report}
          consolidation={consolidation}
          fields={fields}
          box={box}
          onClose={close}
        />
      )}
      {open === "send_back" && <SendBack report={report} onClose={close} />}
      {open === "approve" && <Approve report={report} consolidation={consolidation} onClose={close} />}
    </div>
  );
}
