import { useTranslation } from "react-i18next";
import classes from "./Layout.module.css";
import { barRoom, type Place } from "./navigation";
import { PlaceLink } from "./Rail";

/** The first four places and «Thêm» at the foot of a phone's screen. */
export function BottomBar({ places, more }: { places: Place[]; more: Place }) {
  const { t } = useTranslation();
  return (
    <nav className={classes.bottom} aria-label={t("layout.main")}>
      <ul>
        {[...places.slice(0, barRoom), more].map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
