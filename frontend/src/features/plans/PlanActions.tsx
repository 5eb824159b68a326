import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { NumberField } from "@/shared/ui/Fields/NumberField";
import { useFields } from "@/shared/ui/Form/fields";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { goTo } from "@/shared/ui/Link/follow";
import { draftOf, type Plan } from "./plan";
import { groupsQuery, usePlanVerb } from "./queries";
import { leftToSettle } from "./Settling";

type Asking = "submit" | "send_back" | "issue" | "close" | "delete" | null;

/** What may be done with the plan now; what cannot be undone is asked first. */
export function PlanActions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const may = (verb: string) => plan.allowed_actions.includes(verb);
  const stop = () => setAsking(null);
  return (
    <>
      <DownloadButton path={`/plans/${plan.id}/document.docx`}>{t("plan.docx")}</DownloadButton>
      {may("edit") && (
        <Button
          to={pathTo(paths.planEdit, { id: plan.id })}
          icon={<IconPencil size={20} stroke={1.75} aria-hidden />}
        >
          {t("plan.edit")}
        </Button>
      )}
      {may("delete") && (
        <Button look="quiet" onClick={() => setAsking("delete")}>
          {t("plan.delete")}
        </Button>
      )}
      {may("send_back") && (
        <Button look="warn" onClick={() => setAsking("send_back")}>
          {t("plan.sendBack")}
        </Button>
      )}
      {may("submit") && (
        <Button look="filled" onClick={() => setAsking("submit")}>
          {t("plan.submit")}
        </Button>
      )}
      {may("issue") && (
        <Button look="filled" onClick={() => setAsking("issue")}>
          {t("plan.issue")}
        </Button>
      )}
      {may("close") && <Button onClick={() => setAsking("close")}>{t("plan.close")}</Button>}
      {(asking === "submit" || asking === "close" || asking === "delete") && (
        <Asked plan={plan} verb={asking} onEnd={stop} />
      )}
      {asking === "send_back" && <SendBack plan={plan} onEnd={stop} />}
      {asking === "issue" && <Issue plan={plan} onEnd={stop} />}
    </>
  );
}

function Asked({
  plan,
  verb,
  onEnd,
}: {
  plan: Plan;
  verb: "submit" | "close" | "delete";
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const act = usePlanVerb(plan);
  return (
    <ConfirmDialog
      title={t(`plan.ask.${verb}`)}
      verb={t(`plan.${verb}`)}
      busy={act.isPending}
      problem={act.error}
      danger={verb === "delete"}
      onClose={onEnd}
      onConfirm={() =>
        act.mutate(
          { verb },
          {
            onSuccess: () => {
              onEnd();
              if (verb === "delete") goTo(paths.plans, { replace: true });
            },
          },
        )
      }
    >
      {t(`plan.askWhy.${verb}`)}
      {verb === "submit" && <StillOpen plan={plan} />}
    </ConfirmDialog>
  );
}

/** A leader cannot issue a plan with names that nobody chose for; one may submit it all the same. */
function StillOpen({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { data: groups } = useQuery(groupsQuery);
  const left = groups === undefined ? 0 : leftToSettle(draftOf(plan), groups);
  return left > 0 && <> {t("plan.stillOpen", { count: left })}</>;
}

function SendBack({ plan, onEnd }: { plan: Plan; onEnd: () => void }) {
  const { t } = useTranslation();
  const act = usePlanVerb(plan);
  const fields = useFields({ note: "" });
  return (
    <DialogForm
      title={t("plan.sendBackTitle")}
      verb={t("plan.sendBack")}
      look="warn"
      problem={act.error}
      busy={act.isPending}
      onSubmit={() => act.mutate({ verb: "send_back", note: fields.values.note }, { onSuccess: onEnd })}
      onClose={onEnd}
    >
      <TextArea label={t("plan.note")} hint={t("plan.noteHint")} {...fields.bind("note")} />
    </DialogForm>
  );
}

function Issue({ plan, onEnd }: { plan: Plan; onEnd: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const act = usePlanVerb(plan);
  const fields = useFields({ number: plan.number ?? "", issued_on: plan.issued_on ?? today });
  return (
    <DialogForm
      title={t("plan.issueTitle")}
      why={
        <p>
          {t("plan.issueWhy")}
          <StillOpen plan={plan} />
        </p>
      }
      verb={t("plan.issue")}
      problem={act.error}
      busy={act.isPending}
      onSubmit={() => act.mutate({ verb: "issue", ...fields.values }, { onSuccess: onEnd })}
      onClose={onEnd}
    >
      <NumberField {...fields.bind("number")} kind={plan.document_kind} issuer={plan.issuer.agency ?? ""} />
      <DateField label={t("plan.issuedOn")} max={today} {...fields.bind("issued_on")} />
    </DialogForm>
  );
}
