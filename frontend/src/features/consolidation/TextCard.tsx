import { IconArrowRight, IconCheck, IconChevronDown, IconCopy, IconRefreshAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { ChangedText } from "./ChangedText";
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

/** One agency's words in a section, and what to do with them; once that is done they fold away. */
export function TextCard(props: TextCardProps) {
  const { text, done, current, change, onMerge } = props;
  const settled = done !== "open" && change === undefined && onMerge !== null;
  if (settled) return <Folded {...props} />;
  return (
    <article className={classes.root} data-current={current || undefined} aria-label={text.agency}>
      <div className={classes.head}>
        <h3>{text.agency}</h3>
        <Marks {...props} />
        <ToReport text={text} />
      </div>
      <p className={classes.text}>
        {change === undefined ? text.text : <ChangedText text={text} change={change} />}
      </p>
      {onMerge !== null && <Verbs {...props} />}
    </article>
  );
}

function Folded(props: TextCardProps) {
  const { text, done, onMerge } = props;
  const { t } = useTranslation();
  return (
    <details className={classes.root} data-settled>
      <summary className={classes.summary}>
        <span className={classes.agency}>{text.agency}</span>
        <Marks {...props} />
        <span className={classes.excerpt}>{text.text}</span>
        <IconChevronDown size={18} stroke={1.75} aria-hidden />
      </summary>
      <p className={classes.text}>{text.text}</p>
      <div className={classes.actions}>
        {done === "skipped" && onMerge !== null && (
          <Button size="small" onClick={onMerge}>
            {t("consolidation.mergeAfterAll")}
          </Button>
        )}
        <ToReport text={text} />
      </div>
    </details>
  );
}

/** What was done with the text, and what one should know of it. */
function Marks({ done, change, twin }: TextCardProps) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

function ToReport({ text }: { text: SectionText }) {
  const { t } = useTranslation();
  return (
    <Link to={pathTo(paths.reviewReport, { id: text.report_id })} className={classes.open}>
      {t("consolidation.openReport")}
      <span className="sr"> {text.agency}</span>
    </Link>
  );
}

function Verbs({ done, current, change, keys, onMerge, onEdit, onSkip }: TextCardProps) {
  const { t } = useTranslation();
  const key = (letter: string) => (current && keys ? letter : undefined);
  return (
    <div className={classes.actions}>
      <Button
        look={current ? "filled" : "outline"}
        icon={<IconArrowRight size={18} stroke={1.75} aria-hidden />}
        shortcut={key("G")}
        onClick={() => onMerge?.()}
      >
        {t(change === undefined ? "consolidation.merge" : "consolidation.mergeAgain")}
      </Button>
      <Button shortcut={key("S")} onClick={onEdit}>
        {t("consolidation.mergeEdited")}
      </Button>
      {done === "open" && (
        <Button look="quiet" shortcut={key("B")} onClick={onSkip}>
          {t("consolidation.skip")}
        </Button>
      )}
    </div>
  );
}
