import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { IconDots, IconKey, IconLock, IconLockOpen } from "@tabler/icons-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { moment } from "@/shared/format";
import { useFilters } from "@/shared/route";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { SearchField } from "@/shared/ui/Fields/SearchField";
import { Menu } from "@/shared/ui/Menu/Menu";
import { Panel } from "@/shared/ui/Panel/Panel";
import { AccountForm } from "./AccountForm";
import classes from "./AccountList.module.css";
import {
  type Account,
  accountPagesQuery,
  agencyNamesQuery,
  type Credentials,
  useAccountVerb,
} from "./queries";

type Verb = "disable" | "enable" | "reset_password";
const verbs: Verb[] = ["reset_password", "enable", "disable"];
const sign = { size: 18, stroke: 1.75, "aria-hidden": true } as const;
const icons = {
  reset_password: <IconKey {...sign} />,
  enable: <IconLockOpen {...sign} />,
  disable: <IconLock {...sign} />,
};

/** The ways in: who may come in for which office, and what may be done about it. */
export function AccountList() {
  const { t } = useTranslation();
  const [filters, set] = useFilters();
  const q = filters["q"] ?? "";
  const found = useDeferredValue(q); // the list stays until the next one is there
  const pages = useSuspenseInfiniteQuery(accountPagesQuery(found));
  const { data: agencies } = useSuspenseQuery(agencyNamesQuery);
  const [editing, setEditing] = useState<Account | "new" | null>(filters["for"] === undefined ? null : "new");
  const [asking, setAsking] = useState<{ account: Account; verb: Verb } | null>(null);
  const [told, setTold] = useState<Credentials | null>(null);
  const nameOf = (id: string) => agencies.find((one) => one.id === id)?.name ?? "–";
  const columns: TableColumn<Account>[] = [
    {
      key: "username",
      head: t("accounts.username"),
      phone: "title",
      cell: (one) => <b className={classes.nowrap}>{one.username}</b>,
    },
    { key: "agency", head: t("accounts.agency"), cell: (one) => nameOf(one.agency_id) },
    { key: "role", head: t("accounts.roleHead"), cell: (one) => t(`accounts.role.${one.role}`) },
    {
      key: "position",
      head: t("accounts.positionHead"),
      cell: (one) => <span className={classes.nowrap}>{t(`accounts.position.${one.position}`)}</span>,
    },
    {
      key: "state",
      head: t("accounts.stateHead"),
      cell: (one) => (
        <>
          <span className={classes.nowrap}>{t(`accounts.state.${one.state}`)}</span>
          {one.locked_until !== null && (
            <span className="cap"> {t("accounts.lockedUntil", { at: moment(one.locked_until) })}</span>
          )}
        </>
      ),
    },
    {
      key: "signed",
      head: t("accounts.signedIn"),
      cell: (one) => (
        <span className={classes.nowrap}>
          {one.signed_in_at === null ? t("accounts.never") : moment(one.signed_in_at)}
        </span>
      ),
    },
    {
      key: "do",
      head: "",
      cell: (one) =>
        one.allowed_actions.length > 0 && (
          <Deeds
            account={one}
            onEdit={() => setEditing(one)}
            onAsk={(verb) => setAsking({ account: one, verb })}
          />
        ),
    },
  ];
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          label={t("accounts.search")}
          value={q}
          onSearch={(next) => set({ q: next }, { replace: true })}
        />
        <Button look="filled" onClick={() => setEditing("new")}>
          {t("accounts.new")}
        </Button>
      </div>
      <Panel flush>
        <DataTable
          label={t("accounts.accounts")}
          columns={columns}
          rows={pages.data.pages.flatMap(({ items }) => items)}
          keyOf={(one) => one.id}
          empty={<EmptyState title={t("accounts.none")} why={t("accounts.noneWhy")} />}
          more={
            pages.hasNextPage
              ? { busy: pages.isFetchingNextPage, onMore: () => void pages.fetchNextPage() }
              : undefined
          }
        />
      </Panel>
      {editing !== null && (
        <AccountForm
          account={editing === "new" ? null : editing}
          agency={filters["for"] ?? ""}
          agencies={agencies}
          onEnd={(made) => {
            setEditing(null);
            setTold(made);
            set({ for: undefined }, { replace: true });
          }}
        />
      )}
      {asking !== null && (
        <Asked
          {...asking}
          onEnd={(made) => {
            setAsking(null);
            setTold(made);
          }}
        />
      )}
      {told !== null && (
        <Dialog
          strict // the password is told once: no stray key may close it
          title={t("accounts.toldTitle")}
          onClose={() => setTold(null)}
          actions={
            <Button look="filled" onClick={() => setTold(null)}>
              {t("common.close")}
            </Button>
          }
        >
          <p>{t("accounts.told", { name: told.username })}</p>
          <p className={classes.secret}>
            <code>{told.initial_password}</code>
          </p>
          <p className="cap">{t("accounts.toldOnce")}</p>
        </Dialog>
      )}
    </>
  );
}

interface DeedsProps {
  account: Account;
  onEdit: () => void;
  onAsk: (verb: Verb) => void;
}

/** What may be done about an account: changing it at hand, the rest behind one button. */
function Deeds({ account, onEdit, onAsk }: DeedsProps) {
  const { t } = useTranslation();
  const may = (action: string) => account.allowed_actions.includes(action);
  const further = verbs.filter(may);
  return (
    <span className={classes.deeds}>
      {may("edit") && (
        <Button size="small" aria-label={`${t("accounts.edit")} ${account.username}`} onClick={onEdit}>
          {t("accounts.edit")}
        </Button>
      )}
      {further.length > 0 && (
        <Menu
          label={t("accounts.further", { name: account.username })}
          icon={<IconDots size={18} stroke={1.75} aria-hidden />}
          items={further.map((verb) => ({
            words: t(`accounts.verb.${verb}`),
            icon: icons[verb],
            onChoose: () => onAsk(verb),
            danger: verb === "disable",
          }))}
        />
      )}
    </span>
  );
}

interface AskedProps {
  account: Account;
  verb: Verb;
  onEnd: (made: Credentials | null) => void;
}

function Asked({ account, verb, onEnd }: AskedProps) {
  const { t } = useTranslation();
  const act = useAccountVerb(account);
  return (
    <ConfirmDialog
      title={t(`accounts.ask.${verb}`, { name: account.username })}
      verb={t(`accounts.verb.${verb}`)}
      busy={act.isPending}
      problem={act.error}
      danger={verb === "disable"}
      onClose={() => onEnd(null)}
      onConfirm={() => act.mutate(verb, { onSuccess: onEnd })}
    >
      {t(`accounts.askWhy.${verb}`)}
    </ConfirmDialog>
  );
}
