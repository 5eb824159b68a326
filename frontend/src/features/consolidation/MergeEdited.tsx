import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import type { SectionText } from "./report";

interface MergeEditedProps {
  text: SectionText;
  onClose: () => void;
  onMerge: (paragraph: string) => void;
}

/** An agency's words, to be edited before they go into the official text. */
export function MergeEdited({ text, onClose, onMerge }: MergeEditedProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(text.text);
  return (
    <Dialog
      wide
      title={t("consolidation.editTitle", { agency: text.agency })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="filled" disabled={words.trim() === ""} onClick={() => onMerge(words)}>
            {t("consolidation.merge")}
          </Button>
        </>
      }
    >
      <TextArea label={t("consolidation.paragraph")} value={words} onChange={setWords} rows={8} />
    </Dialog>
  );
}
