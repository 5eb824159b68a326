import { paths, withFilters } from "@/shared/paths";
import { before } from "@/shared/format";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import type { Matrix } from "./view";

/** How the newest round stands, in one sentence over both groups. */
export function Headline({ matrix }: { matrix: Matrix }) {
  const at = matrix.columns.findLastIndex((column) => column.kind === "round");
  const column = matrix.columns[at];
  if (column === undefined || column.due_before === null) return null;
  const totals = matrix.totals.filter((total) => total.column === at);
  const count = (...standings: string[]) =>
    totals.reduce((sum, total) => sum + standings.reduce((n, one) => n + (total.standing[one] ?? 0), 0), 0);
  const open = count("missing", "upcoming", "due_soon");
  const owing = totals.reduce((sum, total) => sum + total.agencies, 0) - count("exempted");
  const past = count("upcoming", "due_soon") === 0;
  const to = (show: string) => withFilters(paths.round.replace("$id", column.id), { show });
  return (
    <TextWithCounts
      i18nKey={past ? "matrix.headline" : "matrix.headlineBefore"}
      values={{
        round: column.title,
        onTime: count("on_time", "nil"),
        handedIn: owing - open,
        owing,
        open,
        before: before(column.due_before),
      }}
      links={{ onTime: to("on_time"), open: to("open") }}
    />
  );
}
