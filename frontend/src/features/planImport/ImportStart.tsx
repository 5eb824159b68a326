import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/shared/api/problem";
import { upload } from "@/shared/api/upload";
import { Button } from "@/shared/ui/Button/Button";
import { FileDrop } from "@/shared/ui/FileDrop/FileDrop";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { Progress } from "@/shared/ui/Progress/Progress";
import classes from "./ImportStart.module.css";
import type { Reading } from "./reading";

const largest = 20 * 1024 * 1024;

/** The first step: the official document as a file, or its text pasted. It is read, nothing is kept. */
export function ImportStart({ onRead }: { onRead: (reading: Reading, name: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (file: File) => {
    const form = new FormData();
    form.append("file", file);
    setBusy(0);
    setProblem(null);
    try {
      onRead(await upload<Reading>("/plans/import?dry_run=true", form, setBusy), file.name);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(null);
    }
  };
  return (
    <ProblemForm
      className={classes.root}
      problem={problem}
      busy={busy !== null}
      check={() => (text.trim() === "" ? [{ pointer: "/text", words: t("planImport.noText") }] : [])}
      onSubmit={() => void send(new File([text], t("planImport.pastedName"), { type: "text/plain" }))}
    >
      <FileDrop
        label={t("planImport.drop")}
        hint={t("planImport.dropHint")}
        accept=".docx,.txt"
        maxSize={largest}
        name="file"
        busy={busy !== null}
        onFiles={(files) => files[0] !== undefined && void send(files[0])}
      />
      {busy !== null && <Progress label={t("planImport.reading")} value={busy} />}
      <p className={classes.or}>{t("planImport.or")}</p>
      <TextArea label={t("planImport.paste")} name="text" value={text} onChange={setText} rows={8} />
      <Button type="submit" look="filled" busy={busy !== null}>
        {t("planImport.readText")}
      </Button>
    </ProblemForm>
  );
}
