import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { FactList } from "@/shared/ui/FactList/FactList";
import type { Draft } from "./draft/draft";
import { placeWords, writtenWords } from "./draft/words";

/** What was written here after the report had been handed in elsewhere: it can be read and copied, and given up. */
export function TooLate({ draft, onDrop }: { draft: Draft; onDrop: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"show" | "drop" | null>(null);
  const close = () => setOpen(null);
  const { report, fields, unsent } = draft;
  return (
    <>
      <Banner
        live
        inset
        actions={
          <>
            <Button onClick={() => setOpen("show")}>{t("report.tooLateShow")}</Button>
            <Button look="warn" onClick={() => setOpen("drop")}>
              {t("report.tooLateDrop")}
            </Button>
          </>
        }
      >
        {t("report.tooLate")}
      </Banner>
      {open === "show" && (
        <Dialog title={t("report.tooLateShow")} onClose={close} wide>
          <FactList
            facts={unsent.map((name) => ({
              name: placeWords(name, report),
              value: writtenWords(name, fields[name] ?? null, report),
            }))}
          />
        </Dialog>
      )}
      {open === "drop" && (
        <ConfirmDialog
          title={t("report.tooLateDropTitle")}
          verb={t("report.tooLateDrop")}
          danger
          onClose={close}
          onConfirm={onDrop}
        >
          <p>{t("report.tooLateDropWhy")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
