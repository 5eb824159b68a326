import { Button } from "@/shared/ui/Button/Button";
import { Chips } from "@/shared/ui/Chips/Chips";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { FactList } from "@/shared/ui/FactList/FactList";
import { Panel } from "@/shared/ui/Panel/Panel";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { Standing } from "@/shared/ui/StateBadge/standing";
import { Tabs } from "@/shared/ui/Tabs/Tabs";
import classes from "./Parts.module.css";

interface Line {
  agency: string;
  at: string;
  standing: Standing;
  days?: number;
  figure: string;
}

const lines: Line[] = [
  { agency: "Phường Phổ Quang", at: "16:50, 09/11/2024", standing: "on_time", figure: "4.586" },
  { agency: "Xã Phổ Nhơn", at: "08:30, 10/11/2024", standing: "late", days: 1, figure: "117" },
  { agency: "Xã Phổ Châu", at: "", standing: "missing", days: 5, figure: "" },
];

/** Filters, tabs, a list in columns, facts, and a list with nothing in it. */
export function TableParts() {
  return (
    <div className={classes.stack}>
      <Chips
        label="Lọc"
        chips={[
          { to: "#all", words: "Tất cả", count: 35, on: true },
          { to: "#late", words: "Quá hạn", count: 4, on: false },
          { to: "#wait", words: "Chờ duyệt", count: 5, on: false },
        ]}
      />
      <Tabs
        label="Kế hoạch"
        tabs={[
          { to: "#tasks", words: "Nhiệm vụ", count: 9, on: true },
          { to: "#duty", words: "Trách nhiệm", count: 7, on: false },
          { to: "#log", words: "Nhật ký", on: false },
        ]}
      />
      <div className={classes.wide}>
        <Panel
          title="Chờ duyệt"
          note="báo cáo năm 2024, cũ nhất trước"
          end={<a href="#tables">Cả 5 báo cáo</a>}
          flush
        >
          <DataTable
            label="Báo cáo chờ duyệt"
            rows={lines}
            keyOf={(line) => line.agency}
            empty={null}
            columns={[
              { key: "agency", head: "Cơ quan", phone: "title", cell: (line) => <b>{line.agency}</b> },
              { key: "at", head: "Nhận lúc", cell: (line) => line.at },
              {
                key: "standing",
                head: "So với hạn",
                cell: (line) => (
                  <StateBadge standing={line.standing} days={line.days} short variant="plain" />
                ),
              },
              { key: "figure", head: "Số buổi", figures: true, cell: (line) => line.figure },
              { key: "open", head: "", cell: () => <Button size="small">Xem</Button> },
            ]}
          />
        </Panel>
        <Panel title="Xã Phổ Châu">
          <FactList
            facts={[
              { name: "Bản nháp", value: "Xong 3/7 phần" },
              { name: "Các đợt trước", value: <StateBadge standing="late" days={3} short variant="plain" /> },
            ]}
          />
        </Panel>
        <Panel title="Không có gì">
          <EmptyState
            title="Chưa có báo cáo nào chờ duyệt"
            why="Xem các cơ quan sắp đến hạn."
            action={<Button look="filled">Mở bảng theo dõi</Button>}
          />
        </Panel>
      </div>
    </div>
  );
}
