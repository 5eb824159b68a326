import type { MouseEvent, ReactNode } from "react";
import classes from "./IconButton.module.css";

interface IconButtonProps {
  /** What it does, in words: an icon alone says it to no one. */
  label: string;
  children: ReactNode;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
}

/** An icon without a word: only close, bell, zoom, more and expand. */
export function IconButton({ label, children, onClick, pressed, expanded, disabled }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes.root}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
