import { type ReactNode, useEffect, useRef, useState } from "react";
import { TextField } from "./TextField";

interface SearchFieldProps {
  label: ReactNode;
  /** What is searched for now, as the address has it. */
  value: string;
  onSearch: (value: string) => void;
}

/** How long the keys rest before the search follows, in milliseconds. */
const pause = 250;

/** A search line: each letter stands at once, the search follows when the keys rest. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    if (value !== asked) {
      // It came from elsewhere: a link, the way back.
      setAsked(value);
      setText(value);
    }
  }
  const type = (next: string) => {
    setText(next);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      setAsked(next);
      onSearch(next);
    }, pause);
  };
  return <TextField label={label} type="search" value={text} onChange={type} />;
}
