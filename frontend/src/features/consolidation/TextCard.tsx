import { IconArrowRight, IconCheck, IconCopy, IconRefreshAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import type { ChangedSource, SectionText } from "./report";
import classes from "./TextCard.module.css";

interface TextCardProps {
  text: SectionText;
  done: "merged" | "skipped" | "open";
  /** The first text that was not looked at: the keys act on it. */
  current: boolean;
  /** An agency before it whose text says much the same. */
  twin: string | undefined;
  /** It was merged, and has changed since. */
  change: ChangedSource | undefined;
  keys: boolean;
  /** null while the report may only be read. */
  onMerge: (() => void) | null;
  onEdit: () => void;
  onSkip: () => void;
}

/** One agency's words in a section, and what to do with them. */
export function TextCard(props: TextCardProps) {
  const { text, done, current, twin, change, keys, onMerge, onEdit, onSkip } = props;
  const { t } = useTranslation();
  const settled = done !== "open" && change === undefined;
  return (
    <article
      className={classes.root}
      data-current={current || undefined}
      data-settled={settled || undefined}
      aria-label={text.agency}
    >
      <div className={classes.head}>
        <h3>{text.agency}</h3>
        {done === "merged" && (
          <span className={classes.merged}>
            <IconCheck size={16} stroke={2} aria-hidden />
            {t("consolidation.merged")}
          </span>
        )}
        {done === "skipped" && <span className="cap">{t("consolidation.skipped")}</span>}
        {change !== undefined && (
          <span className={classes.changed}>
            <IconRefreshAlert size={16} stroke={1.75} aria-hidden />
            {t("consolidation.changed", { merged: change.merged_revision, now: change.revision })}
          </span>
        )}
        {twin !== undefined && done === "open" && (
          <span className={classes.twin}>
            <IconCopy size={16} stroke={1.75} aria-hidden />
            {t("consolidation.twin", { agency: twin })}
          </span>
        )}
        <Link to={pathTo(paths.reviewReport, { id: text.report_id })} className={classes.open}>
          {t("consolidation.openReport")}
          <span className="sr"> {text.agency}</span>
        </Link>
      </div>
      <p className={classes.text}>{text.text}</p>
      {onMerge !== null && !settled && (
        <div className={classes.actions}>
          <Button
            look={current ? "filled" : "outline"}
            icon={<IconArrowRight size={18} stroke={1.75} aria-hidden />}
            onClick={onMerge}
          >
            {t(change === undefined ? "consolidation.merge" : "consolidation.mergeAgain")}
            {current && keys && <kbd className={classes.key}>G</kbd>}
          </Button>
          <Button onClick={onEdit}>
            {t("consolidation.mergeEdited")}
            {current && keys && <kbd className={classes.key}>S</kbd>}
          </Button>
          {done === "open" && (
            <Button look="quiet" onClick={onSkip}>
              {t("consolidation.skip")}
              {current && keys && <kbd className={classes.key}>B</kbd>}
            </Button>
          )}
        </div>
      )}
      {onMerge !== null && settled && done === "skipped" && (
        <div className={classes.actions}>
          <Button size="small" onClick={onMerge}>
            {t("consolidation.mergeAfterAll")}
          </Button>
        </div>
      )}
    </article>
  );
}
