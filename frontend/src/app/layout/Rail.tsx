import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Logo } from "@/shared/ui/Logo/Logo";
import classes from "./Layout.module.css";
import { isHere, type Place } from "./navigation";

/** The places of the app down the left of a desktop screen. */
export function Rail({ places, more }: { places: Place[]; more: Place }) {
  const { t } = useTranslation();
  return (
    <nav className={classes.rail} aria-label={t("layout.main")}>
      <Link to={paths.home} className={classes.mark}>
        <Logo size={40} bare />
      </Link>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
        <li className={classes.last}>
          <PlaceLink place={more} />
        </li>
      </ul>
    </nav>
  );
}

/** One place: its icon over its word, marked when one is there. */
export function PlaceLink({ place }: { place: Place }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const Icon = place.icon;
  return (
    <Link to={place.to} className={classes.place} aria-current={isHere(place, pathname) ? "page" : undefined}>
      <Icon size={22} stroke={1.75} aria-hidden />
      <span>{t(`layout.${place.word}`)}</span>
    </Link>
  );
}
