import { useTranslation } from "react-i18next";
import type { Me } from "@/shared/access";
import { paths } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Logo } from "@/shared/ui/Logo/Logo";
import classes from "./Layout.module.css";

/** The agency at work, and who sits at the screen: by agency and position, never by name. */
export function TopBar({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <header className={classes.top}>
      <Link to={paths.home} className={classes.topMark}>
        <Logo size={32} />
      </Link>
      <span className={classes.topTitle}>{me.agency.name}</span>
      <div className={classes.end}>
        <Link to={paths.more} className={classes.who}>
          <b>{me.agency.short_name === "" ? me.agency.name : me.agency.short_name}</b>
          <span>{t(me.position === "head" ? "layout.head" : "layout.officer")}</span>
        </Link>
      </div>
    </header>
  );
}
