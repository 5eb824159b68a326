import { useEffect, useRef } from "react";
import classes from "./TickBox.module.css";

interface TickBoxProps {
  /** Its name for screen readers; the words stand beside it in the table. */
  label: string;
  checked: boolean;
  /** Some of what it stands for, but not all. */
  some?: boolean;
  onChange: () => void;
}

/** A tick box without words, for table rows. */
export function TickBox({ label, checked, some = false, onChange }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some;
  }, [some]);
  return (
    <input
      ref={box}
      className={classes.box}
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={onChange}
    />
  );
}
