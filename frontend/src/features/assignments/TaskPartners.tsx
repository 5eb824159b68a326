import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { byName } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Disclosure } from "@/shared/ui/Disclosure/Disclosure";
import { Link } from "@/shared/ui/Link/Link";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import classes from "./TaskPartners.module.css";
import { type Assignment, assignmentsQuery } from "./queries";

/** The other agencies of a task that this one leads, and how each stands. */
export function TaskPartners({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const { data } = useQuery(assignmentsQuery({ task_id: assignment.task_id }));
  const others = (data ?? [])
    .filter((one) => one.id !== assignment.id)
    .sort((a, b) => byName(a.agency, b.agency));
  if (others.length === 0) return null;
  return (
    <Disclosure title={t("assignment.partners", { count: others.length })}>
      <ul className={classes.root}>
        {others.map((one) => (
          <li key={one.id}>
            <Link to={pathTo(paths.assignment, { id: one.id })}>{one.agency}</Link>
            <StateBadge standing={one.standing} variant="plain" short />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
