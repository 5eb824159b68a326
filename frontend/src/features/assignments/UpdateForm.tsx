import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { newIdempotencyKey } from "@/shared/api/version";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import type { Correction } from "@/shared/ui/Form/context";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { useUpdateBox } from "./box";
import { type LinkDraft, LinksField } from "./LinksField";
import type { Assignment } from "./queries";
import classes from "./Updates.module.css";

interface UpdateFormProps {
  assignment: Assignment;
  ofDraft: (kept: string) => ReactNode;
}

/** Writes down a day's work; it is kept on the device at once and sent when the office can be reached. */
export function UpdateForm({ assignment, ofDraft }: UpdateFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const today = useToday();
  const updates = useUpdateBox();
  const [unkept, setUnkept] = useState<unknown>(null);
  const fields = useKeptFields(`update/${assignment.id}`, {
    id: newIdempotencyKey(),
    done_on: today,
    text: "",
    links: [] as LinkDraft[],
  });
  const { values } = fields;
  const send = async () => {
    const links = values.links.filter((link) => link.url.trim() !== "");
    const body = {
      done_on: values.done_on,
      text: values.text.trim(),
      links: links.map((link) => ({ url: link.url.trim(), title: link.title.trim() })),
    };
    try {
      await updates.add({ id: values.id, assignment: assignment.id, body });
      setUnkept(null);
      fields.forget();
    } catch (thrown) {
      setUnkept(thrown);
    }
  };
  return (
    <section aria-labelledby={id} className={classes.write}>
      <h2 id={id}>{t("assignment.record")}</h2>
      <ProblemForm
        className={classes.form}
        aria-labelledby={id}
        check={() => wrongIn(values, today, t)}
        problem={unkept}
        onSubmit={() => void send()}
      >
        <DateField {...fields.bind("done_on")} label={t("assignment.doneOn")} max={today} />
        <TextArea
          {...fields.bind("text")}
          label={t("assignment.text")}
          hint={t("assignment.textHint")}
          rows={4}
        />
        <div className={classes.adds}>
          <LinksField links={values.links} onChange={(links) => fields.set("links", links)} />
          {ofDraft(values.id)}
        </div>
        <div className={classes.foot}>
          <span role="status" className="cap">
            {fields.kept && t("assignment.kept")}
          </span>
          <Button type="submit" look="filled" size="large">
            {t("assignment.saveUpdate")}
          </Button>
        </div>
      </ProblemForm>
    </section>
  );
}

interface Values {
  done_on: string;
  text: string;
  links: LinkDraft[];
}

function wrongIn(values: Values, today: string, t: (key: Wrong) => string): Correction[] {
  const wrong: Correction[] = [];
  const say = (pointer: string, key: Wrong) => wrong.push({ pointer, words: t(key) });
  if (values.done_on === "") say("/done_on", "assignment.doneOnMissing");
  if (values.done_on > today) say("/done_on", "assignment.doneOnFuture");
  if (values.text.trim() === "") say("/text", "assignment.textMissing");
  values.links.forEach((link, at) => {
    const url = link.url.trim();
    if (url !== "" && !/^https?:\/\/[^\s/]+/i.test(url)) say(`/links/${at}/url`, "assignment.linkWrong");
  });
  return wrong;
}

type Wrong =
  | "assignment.doneOnMissing"
  | "assignment.doneOnFuture"
  | "assignment.textMissing"
  | "assignment.linkWrong";
