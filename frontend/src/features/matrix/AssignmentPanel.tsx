import { useQuery } from "@tanstack/react-query";
import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { dayText } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { FactList } from "@/shared/ui/FactList/FactList";
import { SidePanel } from "@/shared/ui/SidePanel/SidePanel";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { toast } from "@/shared/ui/Toast/toasts";
import type { PanelFrame } from "./Follow";
import classes from "./Panels.module.css";
import { assignmentQuery, updatesQuery, useConfirm } from "./queries";
import { ReturnAssignment } from "./ReturnAssignment";

/** What one agency owes in one task: how it stands, what was recorded, and the decision when it is handed in. */
export function AssignmentPanel({ id, frame }: { id: string; frame: PanelFrame }) {
  const { t } = useTranslation();
  const query = useQuery(assignmentQuery(id));
  const confirm = useConfirm();
  const [returning, setReturning] = useState(false);
  const { foot, ...names } = frame;
  const assignment = query.data;
  const may = (verb: string) => assignment?.allowed_actions.includes(verb) === true;
  const doConfirm = () => {
    if (assignment === undefined) return;
    const { id, version, agency } = assignment;
    confirm.mutate({ id, version }, { onSuccess: () => toast(t("matrix.confirmedToast", { agency })) });
  };
  const actions = (
    <>
      {may("confirm") && (
        <Button
          look="filled"
          icon={<IconCheck size={18} stroke={1.75} aria-hidden />}
          busy={confirm.isPending}
          onClick={doConfirm}
        >
          {t("matrix.confirm")}
        </Button>
      )}
      {may("return") && (
        <Button
          look="warn"
          icon={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
          onClick={() => setReturning(true)}
        >
          {t("matrix.return")}
        </Button>
      )}
    </>
  );
  return (
    <SidePanel {...names} actions={may("confirm") || may("return") ? actions : undefined}>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <ErrorSummary lines={[{ words: wordsOf(problemOf(query.error)) }]} />}
      {confirm.isError && <ErrorSummary lines={[{ words: wordsOf(problemOf(confirm.error)) }]} />}
      {assignment !== undefined && (
        <>
          <FactList
            facts={[
              {
                name: t("matrix.standing"),
                value: (
                  <>
                    <DutyBadge duty={assignment} />{" "}
                    {assignment.state === "returned" && <StateBadge standing="returned" />}
                  </>
                ),
              },
              { name: t("matrix.state"), value: t(`matrix.state_${assignment.state}`) },
              { name: t("matrix.part"), value: t(`matrix.part_${assignment.part}`) },
              {
                name: t("matrix.due"),
                value: assignment.due_on === null ? t("matrix.noDue") : dayText(assignment.due_on),
              },
              ...(assignment.done_on === null
                ? []
                : [{ name: t("matrix.doneOn"), value: dayText(assignment.done_on) }]),
              ...(assignment.result === "" ? [] : [{ name: t("matrix.result"), value: assignment.result }]),
              ...(assignment.return_note === ""
                ? []
                : [{ name: t("matrix.returnNote"), value: assignment.return_note }]),
            ]}
          />
          <Updates id={id} />
        </>
      )}
      {foot}
      {returning && assignment !== undefined && (
        <ReturnAssignment assignment={assignment} onClose={() => setReturning(false)} />
      )}
    </SidePanel>
  );
}

function Updates({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(updatesQuery(id));
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="updates">
      <h3 id="updates">{t("matrix.updates")}</h3>
      <ul className={classes.updates}>
        {data.map((update) => (
          <li key={update.id}>
            <p className="cap">{dayText(update.done_on)}</p>
            <p>{update.text}</p>
            {update.links.map((link) => (
              <p key={link.url}>
                <a href={link.url} target="_blank" rel="noreferrer">
                  {link.title === "" ? link.url : link.title}
                </a>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
