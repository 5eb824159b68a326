import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/Loader.layer.css";
import "@mantine/core/styles/Button.layer.css";
import { Button as MantineButton } from "@mantine/core";
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

const variants = {
  filled: "filled",
  outline: "default",
  warn: "outline",
  quiet: "subtle",
  danger: "filled",
} as const;
const sizes = { small: "xs", normal: "sm", large: "md" } as const;

/** A button, or with `to` a link in a button's form; while busy it keeps its width and does nothing. */
export function Button({
  look = "outline",
  size = "normal",
  icon,
  wide,
  busy,
  shortcut,
  to,
  className,
  children,
  ...rest
}: ButtonProps) {
  const shared = {
    variant: variants[look],
    size: sizes[size],
    color: look === "warn" ? "gom" : "bien",
    leftSection: icon,
    fullWidth: wide ?? false,
    className: [classes.root, className].filter(Boolean).join(" "),
    classNames: { label: classes.label ?? "", section: classes.section ?? "" },
    "data-look": look,
    "aria-keyshortcuts": shortcut,
    children: (
      <>
        {children}
        {shortcut !== undefined && (
          <kbd className={classes.key} aria-hidden>
            {shortcut}
          </kbd>
        )}
      </>
    ),
  };
  if (to !== undefined)
    return <MantineButton component="a" href={to} {...shared} {...rest} onClick={followLink(rest.onClick)} />;
  return <MantineButton {...shared} loading={busy ?? false} {...rest} type={rest.type ?? "button"} />;
}
