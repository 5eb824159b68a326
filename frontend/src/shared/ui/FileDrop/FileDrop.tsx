import { IconUpload } from "@tabler/icons-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "../../format";
import { FieldError } from "../Fields/shell";
import { useFormField } from "../Form/context";
import classes from "./FileDrop.module.css";

interface FileDropProps {
  label: string;
  /** «Tệp .docx hoặc .txt» */
  hint?: string;
  /** As in an input: «.docx,.txt». */
  accept: string;
  /** The greatest size in bytes. */
  maxSize: number;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  name?: string;
  error?: string | undefined;
  busy?: boolean;
}

/** A place to choose files or let them fall; what is too large or of another kind is said at once. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, accept, maxSize, multiple = false, onFiles, name, error, busy = false } = props;
  const { t } = useTranslation();
  const field = useFormField(name, error);
  const about = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const wrong = refused ?? field.error;

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if (files.length === 0) return;
    const large = files.find((file) => file.size > maxSize);
    const foreign = files.find((file) => !fits(file, accept));
    const empty = files.find((file) => file.size === 0);
    if (large !== undefined)
      setRefused(t("part.fileTooLarge", { name: large.name, size: fileSize(maxSize) }));
    else if (foreign !== undefined)
      setRefused(t("part.fileWrongKind", { name: foreign.name, kinds: accept.replaceAll(",", ", ") }));
    else if (empty !== undefined) setRefused(t("part.fileEmpty", { name: empty.name }));
    else {
      setRefused(null);
      onFiles(files);
    }
    if (input.current !== null) input.current.value = ""; // the same file may be chosen again
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer.files);
  };
  return (
    <div>
      {/* The label opens the chooser; letting a file fall is a second way for those with a mouse. */}
      <label
        className={classes.root}
        data-over={over || undefined}
        data-wrong={wrong !== undefined || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={field.id}
          className="sr"
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={busy}
          aria-describedby={about}
          aria-invalid={wrong !== undefined || undefined}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <IconUpload size={24} stroke={1.75} aria-hidden />
        <span className={classes.label}>{label}</span>
      </label>
      <div id={about}>
        {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        {wrong !== undefined && (
          <div className={classes.error} role="alert">
            <FieldError words={wrong} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Whether a file is of a kind that an accept list names, by its ending or its media type. */
function fits(file: File, accept: string): boolean {
  return accept.split(",").some((kind) => {
    const wanted = kind.trim().toLowerCase();
    if (wanted.startsWith(".")) return file.name.toLowerCase().endsWith(wanted);
    return wanted.endsWith("/*") ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
  });
}
