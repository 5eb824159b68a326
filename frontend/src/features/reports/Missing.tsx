import { useTranslation } from "react-i18next";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./CheckReport.module.css";
import type { Pointer } from "./checks";

/** What is left blank, each with the way to it. */
export function Missing({ missing }: { missing: Pointer[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <p className={classes.why}>{t("report.checkAll")}</p>;
  return (
    <section className={classes.box}>
      <h2>{t("report.checkMissing", { count: missing.length })}</h2>
      <p className={classes.why}>{t("report.checkMissingWhy")}</p>
      <ul className={classes.list}>
        {missing.map(({ words, to }) => (
          <li key={words}>
            {to === undefined ? (
              words
            ) : (
              <Link to={to} className={classes.missing}>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
