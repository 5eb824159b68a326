import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { newIdempotencyKey } from "@/shared/api/version";
import { useUpdateBox } from "./box";
import type { Assignment } from "./queries";
import { UpdateFields } from "./UpdateFields";
import classes from "./Updates.module.css";

interface UpdateFormProps {
  assignment: Assignment;
  ofDraft: (kept: string) => ReactNode;
}

/** Writes down a day's work. */
export function UpdateForm({ assignment, ofDraft }: UpdateFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const today = useToday();
  const updates = useUpdateBox();
  return (
    <section aria-labelledby={id} className={classes.write}>
      <h2 id={id}>{t("assignment.record")}</h2>
      <UpdateFields
        assignment={assignment.id}
        name={`update/${assignment.id}`}
        initial={{ id: newIdempotencyKey(), done_on: today, text: "", links: [] }}
        labelledBy={id}
        verb={t("assignment.saveUpdate")}
        onSend={(update) => updates.add(update)}
        ofDraft={ofDraft}
      />
    </section>
  );
}
