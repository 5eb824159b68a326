import { IconCheck } from "@tabler/icons-react";
import { useId } from "react";
import classes from "./Segmented.module.css";

interface SegmentedProps<T extends string> {
  /** Read by screen readers before the choices. */
  label: string;
  /** Shows the label above, too. */
  labelled?: boolean;
  value: T;
  onChange: (value: T) => void;
  choices: { value: T; label: string }[];
}

/** A choice of one among two to four words, side by side; the arrow keys move as in any group of radio buttons. */
export function Segmented<T extends string>({
  label,
  labelled,
  value,
  onChange,
  choices,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.root}>
      <legend className={labelled === true ? classes.legend : "sr"}>{label}</legend>
      <div className={classes.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type="radio"
              className="sr"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <IconCheck className={classes.tick} size={16} stroke={2} aria-hidden />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
