import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./PageHeader.module.css";

interface PageHeaderProps {
  /** The date or the kind of thing, small above the title. */
  caption?: ReactNode;
  /** The h1: a sentence where there is something to say, with links on its numbers (TextWithCounts). */
  title: ReactNode;
  /** The window's title when `title` is not plain text. */
  plain?: string;
  /** Under or beside the title: what is the case. */
  sentence?: ReactNode;
  /** Buttons at the right; one of them filled at most. */
  actions?: ReactNode;
  /** 28 px, for the home of a role. */
  home?: boolean;
}

/** The head of a page; it also names the window. */
export function PageHeader({ caption, title, plain, sentence, actions, home = false }: PageHeaderProps) {
  const { t } = useTranslation();
  const named = plain ?? (typeof title === "string" ? title : undefined);
  return (
    <header className={classes.root} data-home={home || undefined}>
      {named !== undefined && <title>{`${named} | ${t("common.appName")}`}</title>}
      <div className={classes.words}>
        {caption !== undefined && <p className="cap">{caption}</p>}
        <h1 className={classes.title}>{title}</h1>
        {sentence !== undefined && <p className={classes.sentence}>{sentence}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
