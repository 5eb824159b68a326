import type { MouseEvent, ReactNode } from "react";
import { followLink } from "../Link/follow";
import classes from "./Button.module.css";

/** filled: the next step, one in a region; outline: others; warn: urge or return; quiet: the least; danger: what cannot be undone. */
export type ButtonLook = "filled" | "outline" | "warn" | "quiet" | "danger";

interface ButtonProps {
  children: ReactNode;
  look?: ButtonLook;
  /** small: 30 px, in dense tables on a desktop; still 44 px on a phone. */
  size?: "small" | "normal" | "large";
  icon?: ReactNode;
  /** Full width. */
  wide?: boolean;
  busy?: boolean;
  /** The key of the page that does the same, shown where there is a keyboard. */
  shortcut?: string | undefined;
  disabled?: boolean;
  type?: "button" | "submit";
  /** The id of the form that it sends, where it stands outside of it. */
  form?: string;
  /** Makes it a link that looks like a button. */
  to?: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  "aria-label"?: string;
  "aria-expanded"?: boolean;
  "aria-controls"?: string;
  "aria-haspopup"?: "menu" | "dialog";
  "aria-pressed"?: boolean;
  "aria-describedby"?: string;
  autoFocus?: boolean;
  className?: string;
}

/** A button, or with `to` a link in a button's form; while busy it keeps its width and does nothing. */
export function Button({
  look = "outline",
  size = "normal",
  icon,
  wide,
  busy = false,
  shortcut,
  to,
  className,
  children,
  disabled = false,
  type = "button",
  ...rest
}: ButtonProps) {
  const shared = {
    ...rest,
    className: [classes.root, className].filter(Boolean).join(" "),
    "data-look": look,
    "data-size": size,
    "data-wide": wide || undefined,
    "data-icon": icon !== undefined || undefined,
    "aria-keyshortcuts": shortcut,
  };
  const inside = (
    <span className={classes.inside}>
      {icon !== undefined && <span className={classes.icon}>{icon}</span>}
      <span className={classes.label}>
        {children}
        {shortcut !== undefined && (
          <kbd className={classes.key} aria-hidden>
            {shortcut}
          </kbd>
        )}
      </span>
    </span>
  );
  if (to !== undefined)
    return (
      <a {...shared} href={to} onClick={followLink(rest.onClick)}>
        {inside}
      </a>
    );
  return (
    <button {...shared} type={type} disabled={disabled || busy} data-busy={busy || undefined}>
      {inside}
    </button>
  );
}
