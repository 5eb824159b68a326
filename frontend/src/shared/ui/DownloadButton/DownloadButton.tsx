import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { download } from "../../api/download";
import { problemOf, wordsOf } from "../../api/problem";
import { Button, type ButtonLook } from "../Button/Button";
import { FieldError } from "../Fields/shell";
import classes from "./DownloadButton.module.css";

interface DownloadButtonProps {
  /** The file's path below the API's root: `/rounds/…/figures.xlsx`. */
  path: string;
  children: ReactNode;
  look?: ButtonLook | undefined;
  size?: "small" | "normal" | "large" | undefined;
  /** Full width. */
  wide?: boolean;
}

/** Saves a file of the office to the device; what went wrong stands beside the button. */
export function DownloadButton({ path, children, look, size, wide = false }: DownloadButtonProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await download(path);
    } catch (thrown) {
      setProblem(wordsOf(problemOf(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={classes.root} data-wide={wide || undefined}>
      <Button
        look={look}
        size={size}
        wide={wide}
        icon={<IconDownload size={18} stroke={1.75} aria-hidden />}
        busy={busy}
        onClick={() => void save()}
      >
        {children}
      </Button>
      <span role="alert" className={classes.problem}>
        {problem !== null && <FieldError words={problem} />}
      </span>
    </span>
  );
}
