import { useTranslation } from "react-i18next";
import type { Me } from "@/shared/access";
import { dayText } from "@/shared/format";
import { paths } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Logo } from "@/shared/ui/Logo/Logo";
import classes from "./Layout.module.css";

/** The committee at whose plan one works, and who sits at the screen: by agency and position, never by name. */
export function TopBar({ me }: { me: Me }) {
  const { t } = useTranslation();
  const agency = me.agency.short_name === "" ? me.agency.name : me.agency.short_name;
  return (
    <header className={classes.top}>
      <Link to={paths.home} className={classes.topMark}>
        <Logo size={32} />
      </Link>
      <span className={classes.scope}>{me.scope.name}</span>
      <b className={classes.agency}>{agency}</b>
      {me.demo && (
        <span className={classes.demo}>
          <span className={classes.demoLong}>{t("layout.demo", { day: dayText(me.business_day) })}</span>
          <span className={classes.demoShort}>{t("layout.demoShort")}</span>
        </span>
      )}
      <Link to={paths.more} className={classes.who}>
        <b>{agency}</b>
        <span>{t(me.position === "head" ? "layout.head" : "layout.officer")}</span>
      </Link>
    </header>
  );
}
