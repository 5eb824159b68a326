import { useState } from "react";
import { Button } from "@/shared/ui/Button/Button";
import { Matrix } from "@/shared/ui/Matrix/Matrix";
import type { MatrixCell, MatrixGroup, MatrixPlace } from "@/shared/ui/Matrix/matrix";
import { SidePanel } from "@/shared/ui/SidePanel/SidePanel";
import { WithSidePanel } from "@/shared/ui/SidePanel/WithSidePanel";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";

const on: MatrixCell = { standing: "on_time" };

const groups: MatrixGroup[] = [
  {
    key: "communes",
    name: "Xã, phường",
    rows: [
      {
        key: "nn",
        name: "Phường Nguyễn Nghiêm",
        cells: { h: on, y: on, t1: on, t8: { standing: "no_deadline", words: "Ghi 12/11" } },
      },
      {
        key: "an",
        name: "Xã Phổ An",
        cells: {
          h: on,
          y: { ...on, awaiting: true },
          t1: on,
          t8: { standing: "no_deadline", words: "Ghi 31/10" },
        },
      },
      {
        key: "ch",
        name: "Xã Phổ Châu",
        cells: { h: { standing: "late", days: 3 }, y: { standing: "missing", days: 5 }, t1: on },
      },
      {
        key: "cu",
        name: "Xã Phổ Cường",
        cells: { h: on, y: { standing: "returned" }, t1: { standing: "awaiting" } },
      },
      {
        key: "vi",
        name: "Phường Phổ Vinh",
        cells: { h: { standing: "nil" }, y: { standing: "due_soon", days: 1 }, t1: { standing: "upcoming" } },
      },
    ],
  },
  {
    key: "offices",
    name: "Ban, ngành, đoàn thể",
    rows: [
      { key: "vp", name: "VP HĐND và UBND", cells: { h: on, y: on, t1: on } },
      {
        key: "tp",
        name: "Phòng Tư pháp",
        cells: { h: { standing: "exempted" }, y: { standing: "late", days: 2, awaiting: true } },
      },
    ],
  },
];

const columns = [
  { key: "h", name: "6 tháng", note: "trước 15/6", heading: "Đợt báo cáo" },
  { key: "y", name: "Năm 2024", note: "trước 10/11", heading: "Đợt báo cáo" },
  { key: "t1", name: "II.1", note: "Hội nghị, quý II, III", heading: "Nhiệm vụ" },
  { key: "t8", name: "II.8", note: "Nền tảng số, thường xuyên", heading: "Nhiệm vụ" },
];

/** The matrix with its side panel. */
export function MatrixPart() {
  const [open, setOpen] = useState<MatrixPlace | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(["ch"]));
  const rows = groups.flatMap((group) => group.rows);
  const row = rows.find((one) => one.key === open?.row);
  const go = (by: number) => {
    const next = rows[rows.findIndex((one) => one.key === open?.row) + by];
    if (next !== undefined && open !== null) setOpen({ ...open, row: next.key });
  };
  const cell = open === null ? undefined : row?.cells[open.column];
  return (
    <WithSidePanel
      panel={
        row !== undefined && (
          <SidePanel
            caption="Báo cáo năm 2024, hạn trước 10/11"
            title={row.name}
            onClose={() => setOpen(null)}
            onPrevious={() => go(-1)}
            onNext={() => go(1)}
            actions={<Button look="filled">Mở báo cáo</Button>}
          >
            {cell !== undefined && <StateBadge standing={cell.standing} days={cell.days} />}
          </SidePanel>
        )
      }
    >
      <Matrix
        label="Cơ quan và các đợt báo cáo"
        corner="Cơ quan"
        columns={columns}
        groups={groups}
        open={open}
        onOpen={setOpen}
        selected={selected}
        onSelect={setSelected}
      />
    </WithSidePanel>
  );
}
