import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button/Button";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { Panel } from "@/shared/ui/Panel/Panel";
import classes from "./Begin.module.css";
import { Named } from "./Named";
import { useBegin } from "./queries";
import type { Consolidation } from "./report";

/** Before the first word: how many reports are accepted, who is not there, and one button. */
export function Begin({ round, consolidation }: { round: string; consolidation: Consolidation }) {
  const { t } = useTranslation();
  const begin = useBegin();
  const { accepted, owing, missing, pending, exempted } = consolidation;
  return (
    <Panel>
      <div className={classes.body}>
        {begin.error !== null && <ErrorSummary lines={[{ words: wordsOf(problemOf(begin.error)) }]} />}
        <p className={classes.count}>{t("consolidation.accepted", { accepted, owing })}</p>
        <Named words={t("consolidation.missing")} agencies={missing} />
        <Named words={t("consolidation.pending")} agencies={pending} />
        <Named words={t("consolidation.exempted")} agencies={exempted} />
        <p className="cap">{t("consolidation.beginHow")}</p>
        <Button look="filled" busy={begin.isPending} onClick={() => begin.mutate(round)}>
          {t("consolidation.begin")}
        </Button>
      </div>
    </Panel>
  );
}
