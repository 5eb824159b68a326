import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldError } from "../Fields/shell";
import { useFormField } from "../Form/context";
import { StateGlyph } from "../StateBadge/StateGlyph";
import classes from "./FigureField.module.css";
import { blankFigure, type Figure, isBlank, type Quantity } from "./figure";
import { NumberBox } from "./NumberBox";
import { type Marks, readNumber } from "./number";
import { useMarks } from "./useMarks";

interface FigureFieldProps {
  label: string;
  /** One unit; for a pair two: «cuộc», «lượt người». */
  units: string[];
  figure: Figure;
  onChange: (figure: Figure) => void;
  /** JSON pointer in the body without its first slash. */
  name?: string;
  error?: string | undefined;
  /** Grey below the field: «Năm 2023: 298». */
  previous?: ReactNode;
  /** What a reviewer said about this figure. */
  remark?: ReactNode;
  readOnly?: boolean;
  /** Offers «hơn» and «khoảng»; yes unless said otherwise. */
  qualifiable?: boolean;
}

/** A figure of a report: blank, 0 and «không phát sinh» are three things and look so. */
export function FigureField(props: FigureFieldProps) {
  const {
    label,
    units,
    figure,
    onChange,
    name,
    error,
    previous,
    remark,
    readOnly,
    qualifiable = true,
  } = props;
  const { t } = useTranslation();
  const field = useFormField(name, error);
  const about = useId();
  const marks = useMarks();
  // What is no number when the field appears was typed and left before.
  const [touched, setTouched] = useState(() => whyUnclear(figure.quantities, marks) !== undefined);
  const pair = units.length > 1;
  const own = touched ? whyUnclear(figure.quantities, marks) : undefined;
  const wrong = field.error ?? (own === undefined ? undefined : t(`figure.${own}`));

  const put = (at: number, quantity: Quantity) =>
    onChange({
      nil: false,
      quantities: units.map((_, i) => (i === at ? quantity : (figure.quantities[i] ?? none))),
    });

  const Group = pair || figure.nil ? "fieldset" : "div";
  const Label = pair || figure.nil ? "legend" : "label";
  return (
    <Group
      className={classes.root}
      onBlur={() => setTouched(true)}
      id={figure.nil ? field.id : undefined}
      tabIndex={figure.nil ? -1 : undefined}
    >
      <Label className={classes.label} htmlFor={Label === "label" ? field.id : undefined}>
        {label}
      </Label>
      {figure.nil ? (
        <NilBox readOnly={readOnly} onEnter={() => onChange(blankFigure(units.length))} />
      ) : (
        <div className={pair ? classes.pair : undefined}>
          {units.map((unit, at) => {
            const id = at === 0 ? field.id : `${field.id}-${at}`;
            return (
              <div key={unit} className={classes.part}>
                {pair && (
                  <label className={classes.partLabel} htmlFor={id}>
                    {t("figure.numberOf", { unit })}
                  </label>
                )}
                <NumberBox
                  id={id}
                  name={pair ? `${label}, ${unit}` : label}
                  quantity={figure.quantities[at] ?? none}
                  onChange={(quantity) => put(at, quantity)}
                  unit={pair ? undefined : unit}
                  wrong={wrong !== undefined}
                  describedBy={about}
                  readOnly={readOnly}
                  qualifiable={qualifiable}
                />
              </div>
            );
          })}
        </div>
      )}
      <div id={about}>
        {(previous !== undefined || (isBlank(figure) && readOnly !== true)) && (
          <div className={classes.below}>
            <span>{previous}</span>
            {isBlank(figure) && readOnly !== true && (
              <button
                type="button"
                className={classes.nilButton}
                onClick={() => onChange({ ...blankFigure(units.length), nil: true })}
              >
                <StateGlyph standing="nil" />
                {t("figure.nil")}
                <span className="sr">: {label}</span>
              </button>
            )}
          </div>
        )}
        {remark !== undefined && <div className={classes.remark}>{remark}</div>}
        {wrong !== undefined && (
          <div className={classes.error}>
            <FieldError words={wrong} />
          </div>
        )}
      </div>
    </Group>
  );
}

const none: Quantity = { value: "", qualifier: "" };

/** Why a number that was typed is none; the first of a pair's. */
function whyUnclear(quantities: Quantity[], marks: Marks) {
  const reads = quantities.map(({ typed }) => readNumber(typed ?? "", marks));
  return reads.find((read) => read.is === "wrong")?.why;
}

function NilBox({ readOnly, onEnter }: { readOnly: boolean | undefined; onEnter: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.nilBox}>
      <span className={classes.nilWords}>
        <StateGlyph standing="nil" size={18} />
        {t("figure.nil")}
      </span>
      {readOnly !== true && (
        <button type="button" className={classes.enter} onClick={onEnter}>
          {t("figure.enter")}
        </button>
      )}
    </div>
  );
}
