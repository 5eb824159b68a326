import { useSuspenseQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { byName } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import classes from "./AccountGlance.module.css";
import { agencyNamesQuery, everyAccountQuery } from "./queries";

const room = 10;

/** What an administrator sees first: how many work here, which offices have no way in yet, which never came. */
export function AccountGlance() {
  const { t } = useTranslation();
  const { scope } = useMe();
  const [{ data: agencies }, { data: accounts }] = useSuspenseQueries({
    queries: [agencyNamesQuery, everyAccountQuery],
  });
  const active = accounts.filter(({ state }) => state === "active");
  const offices = agencies
    .filter(
      ({ id, parent_id: under, state }) => state === "active" && (under === scope.id || id === scope.id),
    )
    .sort((a, b) => byName(a.name, b.name));
  const without = offices.filter(({ id }) => !active.some((one) => one.agency_id === id));
  const never = active.filter(({ signed_in_at: at }) => at === null);
  const nameOf = (id: string) => agencies.find((one) => one.id === id)?.name ?? "";
  return (
    <>
      <PageHeader
        home
        caption={scope.name}
        plain={t("layout.today")}
        title={
          <TextWithCounts
            i18nKey="accounts.homeTitle"
            values={{ offices: offices.length, count: active.length }}
            links={{ agencies: paths.agencies, accounts: paths.accounts }}
          />
        }
      />
      <div className={classes.root}>
        <Glance
          title={t("accounts.without")}
          note={t("accounts.withoutNote", { count: without.length })}
          end={<Link to={paths.agencies}>{t("accounts.allAgencies")}</Link>}
          none={t("accounts.withoutNone")}
          rows={without.map((one) => ({
            key: one.id,
            cells: (
              <>
                <b>{one.name}</b>
                <Button
                  size="small"
                  to={withFilters(paths.accounts, { for: one.id })}
                  aria-label={t("accounts.openForNamed", { agency: one.name })}
                >
                  {t("accounts.openFor")}
                </Button>
              </>
            ),
          }))}
        />
        <Glance
          title={t("accounts.neverSigned")}
          note={t("accounts.neverNote", { count: never.length })}
          end={<Link to={paths.accounts}>{t("accounts.allAccounts")}</Link>}
          none={t("accounts.neverNone")}
          rows={never.map((one) => ({
            key: one.id,
            cells: (
              <>
                <Link to={withFilters(paths.accounts, { q: one.username })}>{one.username}</Link>
                <span className="cap">{nameOf(one.agency_id)}</span>
              </>
            ),
          }))}
        />
      </div>
    </>
  );
}

interface GlanceProps {
  title: string;
  note: string;
  end: ReactNode;
  /** The words when there is nothing. */
  none: string;
  rows: { key: string; cells: ReactNode }[];
}

/** The first of a list, and how many more there are. */
function Glance({ title, note, end, none, rows }: GlanceProps) {
  const { t } = useTranslation();
  return (
    <Panel title={title} note={rows.length === 0 ? undefined : note} end={end}>
      {rows.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.list}>
        {rows.slice(0, room).map(({ key, cells }) => (
          <li key={key}>{cells}</li>
        ))}
      </ul>
      {rows.length > room && (
        <p className={classes.none}>{t("accounts.others", { count: rows.length - room })}</p>
      )}
    </Panel>
  );
}
