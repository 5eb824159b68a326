import type { ReactElement } from "react";
import { Trans } from "react-i18next";
import { Link } from "../Link/Link";

interface TextWithCountsProps {
  /** A key whose text has tags: «<late>{{count}} cơ quan</late> trễ». */
  i18nKey: string;
  values?: Record<string, string | number>;
  /** Where each tag leads: the records behind that number. */
  links: Record<string, string>;
}

/** A sentence in which each number is a link to its records. */
export function TextWithCounts({ i18nKey, values, links }: TextWithCountsProps) {
  const components: Record<string, ReactElement> = Object.fromEntries(
    Object.entries(links).map(([tag, to]) => [tag, <Link key={tag} to={to} />]),
  );
  const count = values?.count;
  return (
    <Trans
      i18nKey={i18nKey as "common.appName"}
      values={values}
      count={typeof count === "number" ? count : undefined}
      components={components}
    />
  );
}
