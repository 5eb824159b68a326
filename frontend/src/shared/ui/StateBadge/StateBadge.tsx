import type { ReactNode } from "react";
import { StateGlyph } from "./StateGlyph";
import { looks, type Standing, standingWords } from "./standing";
import classes from "./StateBadge.module.css";

interface StateBadgeProps {
  standing: Standing;
  /** Days left, over or late: puts them into the words. */
  days?: number | undefined;
  /** The word for a narrow cell: «Đúng hạn». */
  short?: boolean;
  /** badge: ground and edge; plain: sign and word; glyph: the sign, its words for screen readers. */
  variant?: "badge" | "plain" | "glyph";
  /** In the matrix on-time words go grey, so that exceptions are what one sees. */
  calm?: boolean;
  /** Other words than the standing's own: «Đúng hạn, sớm 3 ngày». */
  children?: ReactNode;
}

/** How a duty stands: sign, colour and word; form carries it where colour does not. */
export function StateBadge({
  standing,
  days,
  short = false,
  variant = "badge",
  calm,
  children,
}: StateBadgeProps) {
  const words = children ?? standingWords(standing, { days, short });
  return (
    <span
      className={classes.root}
      data-look={looks[standing]}
      data-variant={variant}
      data-calm={calm === true || undefined}
    >
      <StateGlyph standing={standing} />
      <span className={variant === "glyph" ? "sr" : undefined}>{words}</span>
    </span>
  );
}
