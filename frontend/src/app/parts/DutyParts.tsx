import { Button } from "@/shared/ui/Button/Button";
import { CalendarLeaf } from "@/shared/ui/CalendarLeaf/CalendarLeaf";
import { DutyCard } from "@/shared/ui/DutyCard/DutyCard";
import { Panel } from "@/shared/ui/Panel/Panel";
import { ReceiptSlip } from "@/shared/ui/ReceiptSlip/ReceiptSlip";
import { SaltField } from "@/shared/ui/SaltField/SaltField";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { ScheduleStrip } from "@/shared/ui/ScheduleStrip/ScheduleStrip";
import { SectionMark } from "@/shared/ui/SectionProgress/SectionMark";
import { SectionProgress } from "@/shared/ui/SectionProgress/SectionProgress";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { type Standing, standings } from "@/shared/ui/StateBadge/standing";
import classes from "./Parts.module.css";

const days: Partial<Record<Standing, number>> = { due_soon: 3, overdue: 5, missing: 5, late: 2 };
const names = ["An", "Châu", "Cường", "Khánh", "Nhơn", "Phong", "Thuận", "Hòa", "Minh", "Ninh", "Quang"];

/** The states of a duty, its card, leaf, strip, receipt and the field of all agencies. */
export function DutyParts() {
  return (
    <div className={classes.stack}>
      <div className={classes.grid}>
        <Panel title="Trạng thái">
          <div className={classes.states}>
            {standings.map((standing) => (
              <div key={standing} style={{ display: "contents" }}>
                <div>
                  <StateBadge standing={standing} />
                </div>
                <div>
                  <StateBadge standing={standing} days={days[standing]} short variant="plain" />
                </div>
                <div>
                  <StateBadge standing={standing} variant="glyph" />
                </div>
              </div>
            ))}
          </div>
        </Panel>
        <div className={classes.stack}>
          <DutyCard
            title="Báo cáo kết quả 6 tháng đầu năm"
            standing="returned"
            day="2024-11-07"
            remaining="còn 1 ngày"
            until="để gửi lại"
            quote={{
              words: "Tuần 3 ghi 14 buổi nhưng thời lượng chỉ 45 phút. Đề nghị xã kiểm tra lại.",
              by: "Phòng VHTT, 05/11",
            }}
            action={<Button look="filled">Sửa và gửi lại</Button>}
          />
          <DutyCard
            title="Báo cáo kết quả năm 2024"
            standing="due_soon"
            day="2024-11-09"
            remaining="còn 3 ngày"
            until="trước ngày 10/11/2024"
            sections={["done", "done", "nil", "done", "doing", "todo", "todo"]}
            note="Xong 4/7 phần."
            action={<Button look="filled">Làm tiếp</Button>}
          />
        </div>
        <div className={classes.stack}>
          <ReceiptSlip
            title="Phòng VHTT đã nhận báo cáo"
            number="BN-2024-0412"
            at="2024-11-06T16:42:00+07:00"
            facts={[
              { name: "Báo cáo", value: "Kết quả năm 2024, bản gửi lần 1" },
              { name: "Cơ quan gửi", value: "UBND xã Phổ An" },
              { name: "Kết quả", value: <StateBadge standing="on_time">Đúng hạn, sớm 3 ngày</StateBadge> },
            ]}
          />
        </div>
      </div>
      <div className={classes.grid}>
        <Panel title="Ruộng muối" note="35 cơ quan">
          <SaltField
            toStanding={(standing) => `#${standing}`}
            groups={[
              {
                name: "xã, phường",
                panes: names.map((name, at) => ({
                  key: name,
                  name: `Xã Phổ ${name}`,
                  standing: standings[at % standings.length] ?? "on_time",
                  to: `#${name}`,
                })),
              },
            ]}
          />
        </Panel>
        <div className={classes.stack}>
          <div className={classes.row}>
            <CalendarLeaf day="2024-11-09" />
            <CalendarLeaf day="2024-11-09" standing="due_soon" />
            <CalendarLeaf day="2024-11-09" standing="missing" />
            <CalendarLeaf day="2024-11-09" standing="returned" small />
          </div>
          <ScheduleStrip year={2024} startsOn="2024-04-01" endsOn="2024-09-30" words="Quý II, III" />
          <ScheduleStrip year={2024} startsOn="2024-01-01" endsOn="2024-12-31" words="Thường xuyên" />
          <SectionProgress sections={["done", "done", "nil", "done", "doing", "todo", "todo"]} at={4} />
          <p className={classes.row}>
            <SectionMark state="done" /> Xong <SectionMark state="doing" /> Đang làm{" "}
            <SectionMark state="todo" /> Chưa làm <SectionMark state="nil" /> Không phát sinh
          </p>
        </div>
        <div>
          <SaveLine state={{ is: "empty" }} />
          <SaveLine state={{ is: "kept" }} more={<a href="#duties">2 thay đổi</a>} />
          <SaveLine state={{ is: "sending", left: "1 ảnh (0,4 MB)" }} />
          <SaveLine state={{ is: "received", at: "2024-11-06T16:42:00+07:00", number: "BN-2024-0412" }} />
          <SaveLine state={{ is: "refused", why: "Báo cáo đã bị khóa. Bài viết vẫn còn trên máy này." }} />
        </div>
      </div>
    </div>
  );
}
