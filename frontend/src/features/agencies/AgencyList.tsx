import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/access";
import { dayText } from "@/shared/format";
import { useFilters } from "@/shared/route";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { SearchField } from "@/shared/ui/Fields/SearchField";
import { Panel } from "@/shared/ui/Panel/Panel";
import { AgencyForm } from "./AgencyForm";
import classes from "./AgencyList.module.css";
import { isKnownKind } from "./kinds";
import { type Agency, agencyPagesQuery, everyAgencyQuery } from "./queries";

/** The register of agencies; who may enter and change them does it here. */
export function AgencyList() {
  const { t } = useTranslation();
  const [filters, set] = useFilters();
  const q = filters["q"] ?? "";
  const found = useDeferredValue(q); // the list stays until the next one is there
  const pages = useSuspenseInfiniteQuery(agencyPagesQuery(found));
  const { data: every } = useSuspenseQuery(everyAgencyQuery);
  const [editing, setEditing] = useState<Agency | "new" | null>(null);
  const mayWrite = useMay("agency:write");
  const nameOf = (id: string | null) => every.find((one) => one.id === id)?.short_name;
  const columns: TableColumn<Agency>[] = [
    {
      key: "name",
      head: t("agency.name"),
      phone: "title",
      cell: (one) => (
        <>
          <b>{one.name}</b>
          {one.aliases.length > 0 && <span className={classes.aliases}>{one.aliases.join("; ")}</span>}
        </>
      ),
    },
    {
      key: "kind",
      head: t("agency.kind"),
      cell: (one) => (isKnownKind(one.kind) ? t(`agency.kinds.${one.kind}`) : one.kind),
    },
    { key: "parent", head: t("agency.parent"), cell: (one) => nameOf(one.parent_id) },
    { key: "code", head: t("agency.code"), figures: true, cell: (one) => one.code },
    {
      key: "valid",
      head: t("agency.valid"),
      cell: (one) =>
        one.valid_from === null && one.valid_to === null
          ? t(`agency.state.${one.state}`)
          : `${one.valid_from === null ? "…" : dayText(one.valid_from)} – ${one.valid_to === null ? "…" : dayText(one.valid_to)}`,
    },
    {
      key: "edit",
      head: "",
      cell: (one) =>
        one.allowed_actions.includes("edit") && (
          <Button
            size="small"
            aria-label={t("agency.editNamed", { name: one.name })}
            onClick={() => setEditing(one)}
          >
            {t("agency.edit")}
          </Button>
        ),
    },
  ];
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          label={t("agency.search")}
          value={q}
          onSearch={(next) => set({ q: next }, { replace: true })}
        />
        {mayWrite && (
          <Button look="filled" onClick={() => setEditing("new")}>
            {t("agency.new")}
          </Button>
        )}
      </div>
      <Panel flush>
        <DataTable
          label={t("agency.agencies")}
          columns={mayWrite ? columns : columns.filter(({ key }) => key !== "edit")}
          rows={pages.data.pages.flatMap(({ items }) => items)}
          keyOf={(one) => one.id}
          empty={
            <EmptyState
              title={t("agency.none")}
              why={t(found === "" ? "agency.noneWhy" : "agency.noneFound")}
            />
          }
          more={
            pages.hasNextPage
              ? { busy: pages.isFetchingNextPage, onMore: () => void pages.fetchNextPage() }
              : undefined
          }
        />
      </Panel>
      {editing !== null && (
        <AgencyForm
          agency={editing === "new" ? null : editing}
          every={every}
          onEnd={() => setEditing(null)}
        />
      )}
    </>
  );
}
