import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import type { Correction } from "@/shared/ui/Form/context";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import type { KeptUpdate } from "./box";
import { type LinkDraft, LinksField } from "./LinksField";
import classes from "./Updates.module.css";

/** What stands in the form; the id is that of the update on this device. */
interface Values {
  id: string;
  done_on: string;
  text: string;
  links: LinkDraft[];
}

interface UpdateFieldsProps {
  assignment: string;
  /** Under which its words are kept while one types. */
  name: string;
  initial: Values;
  /** The id of the heading that names it. */
  labelledBy: string;
  /** Why the office did not take it as it was. */
  problem?: unknown;
  verb: string;
  /** Keeps it on the device and sends it. Throws when the device cannot keep it. */
  onSend: (update: KeptUpdate) => Promise<void>;
  ofDraft: (kept: string) => ReactNode;
  /** Gives it up, where it can be given up. */
  onDrop?: () => Promise<void>;
}

/** A day's work being written; it is kept on the device at once and sent when the office can be reached. */
export function UpdateFields({
  assignment,
  name,
  initial,
  problem,
  onSend,
  onDrop,
  ...shown
}: UpdateFieldsProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [unkept, setUnkept] = useState<unknown>(null);
  const fields = useKeptFields<Values>(name, initial);
  const { values } = fields;
  const send = async () => {
    try {
      await onSend({ id: values.id, assignment, body: bodyOf(values) });
      setUnkept(null);
      fields.forget();
    } catch (thrown) {
      setUnkept(thrown);
    }
  };
  return (
    <ProblemForm
      className={classes.form}
      aria-labelledby={shown.labelledBy}
      check={() => wrongIn(values, today, t)}
      problem={unkept ?? problem}
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
        {shown.ofDraft(values.id)}
      </div>
      <div className={classes.foot}>
        <span role="status" className="cap">
          {fields.kept && t("assignment.kept")}
        </span>
        {onDrop !== undefined && (
          <Button onClick={() => void onDrop().then(fields.forget)}>{t("assignment.dropUpdate")}</Button>
        )}
        <Button type="submit" look="filled" size="large">
          {shown.verb}
        </Button>
      </div>
    </ProblemForm>
  );
}

function bodyOf({ done_on, text, links }: Values) {
  const given = links.filter((link) => link.url.trim() !== "");
  return {
    done_on,
    text: text.trim(),
    links: given.map((link) => ({ url: link.url.trim(), title: link.title.trim() })),
  };
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
