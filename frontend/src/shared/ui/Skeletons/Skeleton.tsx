import { useTranslation } from "react-i18next";
import classes from "./Skeleton.module.css";

interface SkeletonProps {
  /** Lines of text, or one block when left out. */
  lines?: number;
  /** Height of a block or a line in pixels: the final layout's. */
  height?: number;
  width?: string;
}

/** The place of what is still coming, as high as it will be. */
export function Skeleton({ lines, height, width }: SkeletonProps) {
  const { t } = useTranslation();
  const rows = Array.from({ length: lines ?? 1 }, (_, at) => at);
  return (
    <div aria-busy="true" style={{ width }}>
      <span className="sr">{t("common.loading")}</span>
      {rows.map((row) => (
        <div
          key={row}
          className={lines === undefined ? classes.block : classes.line}
          style={{ height: height ?? (lines === undefined ? 120 : undefined) }}
        />
      ))}
    </div>
  );
}
