import { Band } from "@/shared/ui/Band/Band";
import classes from "./Parts.module.css";

/** The scale of type, and figures in columns. */
export function TypeParts() {
  return (
    <div className={classes.stack}>
      <p style={{ fontSize: 40, fontWeight: 600, lineHeight: 1.25 }}>12/15 xã, phường đúng hạn</p>
      <p style={{ fontSize: 28, fontWeight: 600, lineHeight: 1.3 }}>3 việc cần làm: Ổ, ễ, ữ, ậ, Ặ</p>
      <p style={{ fontSize: 22, fontWeight: 600, lineHeight: 1.35 }}>Truyền thanh, bảng tin, màn hình Led</p>
      <p style={{ fontSize: 18, fontWeight: 600, lineHeight: 1.35 }}>Đợt báo cáo năm 2024</p>
      <p style={{ fontSize: 16 }}>
        Chữ trên điện thoại và nhãn: công tác thông tin đối ngoại và truyền thông chính sách.
      </p>
      <p style={{ fontSize: 14 }}>Chữ trên máy tính: mỗi con số trong câu mở đúng danh sách của nó.</p>
      <p className="cap">Chú thích: số liệu từ 01/01 đến 31/10/2024</p>
      <p className="num">
        4.586
        <br />
        1.117
        <br />
        68.412
      </p>
      <Band />
    </div>
  );
}

const roles = [
  "ground",
  "surface",
  "sunken",
  "selected",
  "highlight",
  "line",
  "control",
  "ink",
  "ink-2",
  "ink-3",
  "action",
  "accent",
  "danger",
  "rail",
  "chart-1",
  "chart-2",
  "chart-3",
  "chart-4",
  "chart-5",
  "chart-6",
];

/** The roles of colour. */
export function ColourParts() {
  return (
    <div className={classes.row}>
      {roles.map((role) => (
        <div key={role} className={classes.swatch}>
          <div className={classes.colour} style={{ background: `var(--lt-${role})` }} />
          {role}
        </div>
      ))}
    </div>
  );
}
