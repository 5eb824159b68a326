import { useTranslation } from "react-i18next";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { StateGlyph } from "@/shared/ui/StateBadge/StateGlyph";
import { type Standing, standings } from "@/shared/ui/StateBadge/standing";
import classes from "./Legend.module.css";

/** «missing» is a report's «overdue»: one sign, told once. */
const shown = standings.filter(
  (standing): standing is Exclude<Standing, "missing"> => standing !== "missing",
);

/** What each sign of the matrix means. */
export function Legend({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("matrix.legend")} onClose={onClose}>
      <ul className={classes.list}>
        {shown.map((standing) => (
          <li key={standing}>
            <StateBadge standing={standing} />
            <span>{t(`matrix.means_${standing}`)}</span>
          </li>
        ))}
        <li>
          <span className={classes.await}>
            <StateGlyph standing="awaiting" />
          </span>
          <span>{t("matrix.meansHourglass")}</span>
        </li>
        <li>
          <span className={classes.none} />
          <span>{t("matrix.meansNone")}</span>
        </li>
      </ul>
    </Dialog>
  );
}
