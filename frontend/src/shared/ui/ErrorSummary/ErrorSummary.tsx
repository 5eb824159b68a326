import { IconAlertCircle } from "@tabler/icons-react";
import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "../Link/Link";
import classes from "./ErrorSummary.module.css";

export interface SummaryLine {
  words: string;
  /** The id of the field that the line leads to. */
  target?: string | undefined;
  /** … or the address of the page where it stands. */
  to?: string | undefined;
}

/** What is wrong with a form, with a link to each place; it takes the focus when it appears. */
export function ErrorSummary({ lines, title }: { lines: SummaryLine[]; title?: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const told = once(lines);
  const fields = told.filter((line) => line.target !== undefined).length;
  const heading = title ?? (fields > 0 ? t("problem.fix", { count: told.length }) : t("problem.title"));
  return (
    <div ref={box} className={classes.root} role="alert" tabIndex={-1}>
      <IconAlertCircle size={20} stroke={1.75} aria-hidden />
      <div>
        <p className={classes.title}>{heading}</p>
        <ul className={classes.list}>
          {told.map((line) => (
            <li key={`${line.target ?? ""}${line.words}`}>
              {line.to !== undefined ? (
                <Link to={line.to}>{line.words}</Link>
              ) : line.target === undefined ? (
                line.words
              ) : (
                <a href={`#${line.target}`} onClick={(event) => toField(event, line.target ?? "")}>
                  {line.words}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The same words that lead to the same place are told once. */
function once(lines: SummaryLine[]): SummaryLine[] {
  const told = new Map(lines.map((line) => [`${line.target ?? line.to ?? ""} ${line.words}`, line]));
  return [...told.values()];
}

function toField(event: MouseEvent, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
