import { IconChevronRight } from "@tabler/icons-react";
import i18next from "i18next";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { Duty } from "./queries";
import classes from "./Work.module.css";

/** Work without a deadline, which goes on through the year: when something was last recorded of each. */
export function ContinuousRows({ duties }: { duties: Duty[] }) {
  const { t } = useTranslation();
  const id = useId();
  if (duties.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.continuous}>
      <h2 id={id}>{t("overview.continuous")}</h2>
      <ul className={classes.rows}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <Link to={pathTo(paths.assignment, { id: duty.id })} className={classes.row}>
              <span>
                <span className={classes.title}>{duty.title}</span>
                <span className={classes.meta}>
                  {duty.state === "handed_in" && (
                    <span className={classes.state}>
                      <StateBadge standing="awaiting" variant="plain" />
                    </span>
                  )}
                  <span>{partWords(duty)}</span>
                  <span>
                    {duty.updated_on === null
                      ? t("overview.notRecorded")
                      : t("overview.recorded", { day: dayText(duty.updated_on) })}
                  </span>
                </span>
              </span>
              <IconChevronRight size={20} stroke={1.75} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** «Chủ trì nhiệm vụ 9» */
export function partWords(duty: Duty): string {
  return i18next
    .t(duty.part === "coordinate" ? "overview.coordinate" : "overview.lead", {
      ordinal: duty.task_ordinal ?? "",
    })
    .replace(/ (?=\d)/, "\u00a0");
}
