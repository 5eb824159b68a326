import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { clockTime, dayOf, dayText, type Instant, weekday } from "../../format";
import { Band } from "../Band/Band";
import { StateGlyph } from "../StateBadge/StateGlyph";
import classes from "./ReceiptSlip.module.css";

interface ReceiptSlipProps {
  /** The h1: «Phòng VHTT đã nhận báo cáo». */
  title: string;
  /** «BN-2024-0412» */
  number: string;
  at: Instant;
  /** What was received: report, sender, receiver, result, files. */
  facts: { name: string; value: ReactNode }[];
}

/** The receipt for what was handed in: number and instant in a double-ruled box, kin to the stamp every clerk knows. */
export function ReceiptSlip({ title, number, at, facts }: ReceiptSlipProps) {
  const { t } = useTranslation();
  const day = dayOf(at);
  return (
    <article className={classes.root}>
      <Band />
      <div className={classes.done}>
        <span className={classes.tick}>
          <StateGlyph standing="on_time" size={44} />
        </span>
        <h1>{title}</h1>
        <p>{t("part.keepNumber")}</p>
      </div>
      <div className={classes.stamp}>
        <span>{t("part.receipt")}</span>
        <b>{number}</b>
        <span className="num">
          {clockTime(at)}, {weekday(day)} {dayText(day)}
        </span>
      </div>
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
