import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import type { SaveState } from "@/shared/ui/SaveLine/saving";
import { ConflictDialog } from "./ConflictDialog";
import type { ReportBox } from "./draft/box";
import { type Draft, isTooLate } from "./draft/draft";
import { savingOf, unclearCount } from "./draft/saving";
import { isEditable } from "./report";
import { ReportHead } from "./ReportHead";
import classes from "./ReportFrame.module.css";
import { TooLate } from "./TooLate";
import { placePath } from "./way";

interface ReportFrameProps {
  draft: Draft;
  box: ReportBox;
  back: string;
  title?: string;
  /** The head's title is the page's h1. */
  heading?: boolean;
  /** Two columns of work on a wide screen. */
  wide?: boolean;
  /** The sections at the left of a desktop screen. */
  aside?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot: on a phone they take the place of the app's bar. */
  bar?: ReactNode;
}

/** What stands around every page of a report being written: the way back, the state of saving, what one must know, the steps. */
export function ReportFrame(props: ReportFrameProps) {
  const { draft, box, back, title, heading, wide, aside, children, bar } = props;
  return (
    <div className={classes.root}>
      <div className={classes.top}>
        <ReportHead report={draft.report} title={title} heading={heading} back={back} />
        <Saving draft={draft} />
      </div>
      <div
        className={classes.body}
        data-with-aside={aside !== undefined || undefined}
        data-wide={wide === true || undefined}
      >
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        <div className={classes.work}>
          <Notices draft={draft} box={box} />
          {children}
        </div>
      </div>
      {bar !== undefined && (
        <div className={classes.bar} data-own-bar>
          <div className={classes.barInside}>{bar}</div>
        </div>
      )}
      <Settling draft={draft} box={box} />
    </div>
  );
}

/** The state of saving in words, and what it cannot say by itself. */
function Saving({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const unclear = unclearCount(draft);
  const waits = draft.unsent.length;
  const state = useSaveState(draft);
  if (state === null) return null;
  const [wrong] = Object.keys(draft.wrong);
  const more =
    state.is === "refused" && wrong !== undefined ? (
      <Link to={placePath(draft.report.id, wrong)}>{t("report.toWrong")}</Link>
    ) : unclear > 0 ? (
      t("report.unclear", { count: unclear })
    ) : state.is === "kept" && waits > 0 ? (
      t("report.waiting", { count: waits })
    ) : undefined;
  return <SaveLine state={state} more={more} />;
}

/** Once it is in, the handing-in is what the office received, not what it did to the report since; none if it never came. */
function useSaveState(draft: Draft): SaveState | null {
  const today = useToday();
  const { report } = draft;
  const state = savingOf(draft, today);
  if (isEditable(report) || (state.is !== "received" && state.is !== "empty")) return state;
  if (report.submitted_at === null) return null;
  return { is: "received", at: report.submitted_at, number: report.receipt ?? undefined, today };
}

function Notices({ draft, box }: { draft: Draft; box: ReportBox }) {
  const { t } = useTranslation();
  const { id } = draft.report;
  return (
    <>
      {draft.handIn !== null && (
        <Banner
          live
          inset
          actions={
            <>
              <Button onClick={() => box.takeBack(id)}>{t("report.takeBack")}</Button>
              <Button look="filled" busy={draft.sending} onClick={() => box.flush()}>
                {t("report.sendNow")}
              </Button>
            </>
          }
        >
          {t("report.waitingHandIn")}
        </Banner>
      )}
      {draft.recheck && (
        <Banner live inset>
          {t("report.recheck")}
        </Banner>
      )}
      {isTooLate(draft) && <TooLate draft={draft} onDrop={() => box.giveUp(id)} />}
    </>
  );
}

/** Opens by itself when two have changed the same place; it may be put off, the line of saving leads back. */
function Settling({ draft, box }: { draft: Draft; box: ReportBox }) {
  const { t } = useTranslation();
  const [putOff, setPutOff] = useState(false);
  if (draft.conflicts.length === 0) return null;
  if (putOff)
    return (
      <div className={classes.again}>
        <Button look="warn" onClick={() => setPutOff(false)}>
          {t("report.conflictOpen")}
        </Button>
      </div>
    );
  return (
    <ConflictDialog
      draft={draft}
      onClose={() => setPutOff(true)}
      onSettle={(chosen) => box.settle(draft.report.id, chosen)}
    />
  );
}
