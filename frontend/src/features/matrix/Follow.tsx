import { IconListDetails } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { moment } from "@/shared/format";
import { many } from "@/shared/many";
import { useNarrow } from "@/shared/narrow";
import { paths, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Chips } from "@/shared/ui/Chips/Chips";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { SearchField } from "@/shared/ui/Fields/SearchField";
import { Matrix } from "@/shared/ui/Matrix/Matrix";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { WithSidePanel } from "@/shared/ui/SidePanel/WithSidePanel";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import { AgencyList } from "./AgencyList";
import { AssignmentPanel } from "./AssignmentPanel";
import { Contact } from "./Contact";
import classes from "./Follow.module.css";
import { Headline } from "./Headline";
import { Legend } from "./Legend";
import { OtherDuties } from "./OtherDuties";
import { PlanChoice } from "./PlanChoice";
import { useMatrix } from "./useMatrix";
import {
  cellAt,
  columnsOf,
  findPlace,
  groupsOf,
  nameOf,
  placeText,
  type Row,
  rowsIn,
  viewOf,
  views,
} from "./view";

/** What a panel beside the matrix is given: its names, the ways to other cells, and what every agency's panel has. */
export interface PanelFrame {
  caption: string;
  title: string;
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  /** How to reach the agency, and what else it owes. */
  foot: ReactNode;
}

interface FollowProps {
  planId: string;
  filters: Record<string, string | undefined>;
  setFilters: (change: Record<string, string | undefined>, how?: { replace: boolean }) => void;
  /** The panel of a report. */
  reportPanel: (id: string, frame: PanelFrame) => ReactNode;
}

/** Every agency against every round and task of one plan, and beside it the duty that is open. */
export function Follow({ planId, filters, setFilters, reportPanel }: FollowProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const narrow = useNarrow();
  const { matrix, whole } = useMatrix(planId);
  const [legend, setLegend] = useState(false);
  const view = viewOf(filters.show);
  const { q = "" } = filters;
  const { language } = i18n;
  const rows = useMemo(() => rowsIn(matrix, view, q), [matrix, view, q]);
  const counts = useMemo(
    () => views.map((one) => (whole ? rowsIn(matrix, one).length : undefined)),
    [matrix, whole],
  );
  const { columns, groups } = useMemo(
    () => ({ columns: columnsOf(matrix, today), groups: groupsOf(matrix, rows, today, whole) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- in another language the same rows have other words
    [matrix, rows, today, whole, language],
  );
  const open = useMemo(() => findPlace(matrix, filters.cell), [matrix, filters.cell]);
  const rounds = matrix.columns.filter((column) => column.kind === "round");
  const round = rounds.find((column) => column.id === open?.column.id) ?? rounds.at(-1);
  const go = (row: string, column: string, replace = false) => {
    const there = findPlace(matrix, placeText(row, column));
    if (there !== null) setFilters({ cell: placeText(row, column) }, { replace });
  };
  const close = () => setFilters({ cell: undefined });
  const step = (by: 1 | -1) => {
    const to = open === null ? undefined : neighbour(rows, open.row, matrix.columns.indexOf(open.column), by);
    return to === undefined || open === null ? undefined : () => go(to.agency_id, open.column.id, true);
  };
  const frame = open !== null && {
    caption: nameOf(open.column),
    title: open.row.name,
    onClose: close,
    onPrevious: step(-1),
    onNext: step(1),
    foot: (
      <>
        <Contact agencyId={open.row.agency_id} />
        <OtherDuties matrix={matrix} row={open.row} column={open.column} today={today} />
      </>
    ),
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open !== null) close();
  };
  const panel =
    open === null || frame === false ? null : open.cell.report_id !== null ? (
      reportPanel(open.cell.report_id, frame)
    ) : (
      <AssignmentPanel id={open.cell.assignment_id ?? ""} frame={frame} />
    );
  return (
    <WithSidePanel panel={panel}>
      <Page width="full">
        <PageHeader
          caption={matrix.title}
          title={t("matrix.title")}
          sentence={
            <>
              <Headline matrix={matrix} /> {t("matrix.asOf", { moment: moment(matrix.as_of) })}
            </>
          }
          actions={<PlanChoice planId={planId} onChoose={(plan) => setFilters({ plan, cell: undefined })} />}
        />
        {(matrix.rows.length > many || q !== "") && (
          <div className={classes.search}>
            <SearchField
              label={t("matrix.search")}
              value={q}
              onSearch={(words) => setFilters({ q: words }, { replace: true })}
            />
          </div>
        )}
        <Chips
          label={t("matrix.filter")}
          chips={views.map((one, which) => ({
            to: withFilters(paths.follow, {
              plan: filters.plan,
              show: one === "all" ? undefined : one,
              q: filters.q,
            }),
            words: t(`matrix.view_${one}`),
            count: counts[which],
            on: one === view,
          }))}
        >
          <Button
            icon={<IconListDetails size={18} stroke={1.75} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setLegend(true)}
          >
            {t("matrix.legend")}
          </Button>
          {round !== undefined && (
            <DownloadButton path={`/rounds/${round.id}/figures.xlsx`}>{t("matrix.xlsx")}</DownloadButton>
          )}
        </Chips>
        {rows.length === 0 && !whole ? (
          <Skeleton lines={6} />
        ) : rows.length === 0 ? (
          <EmptyState
            title={t("matrix.noneTitle")}
            why={t(view === "all" && q === "" ? "matrix.noneAssigned" : "matrix.none")}
            action={
              (view !== "all" || q !== "") && (
                <Button to={withFilters(paths.follow, { plan: filters.plan })}>{t("matrix.showAll")}</Button>
              )
            }
          />
        ) : narrow ? (
          <AgencyList key={view} groups={groups} columns={columns} matrix={matrix} view={view} onOpen={go} />
        ) : (
          // Esc closes the panel from anywhere in the matrix.
          // eslint-disable-next-line jsx-a11y/no-static-element-interactions
          <div onKeyDown={onKey}>
            <Matrix
              label={t("matrix.label", { plan: matrix.title })}
              corner={t("matrix.agency")}
              columns={columns}
              groups={groups}
              open={open === null ? null : { row: open.row.agency_id, column: open.column.id }}
              onOpen={({ row, column }) => go(row, column, open !== null)}
            />
          </div>
        )}
      </Page>
      {legend && <Legend onClose={() => setLegend(false)} />}
    </WithSidePanel>
  );
}

/** The next agency up or down that has a duty in this column. */
function neighbour(rows: Row[], from: Row, column: number, by: 1 | -1): Row | undefined {
  for (let at = rows.indexOf(from) + by; at >= 0 && at < rows.length; at += by) {
    const row = rows[at];
    if (row !== undefined && cellAt(row, column) !== undefined) return row;
  }
  return undefined;
}
