import { LiveFigure } from "@/shared/ui/LiveFigure/LiveFigure";
import {
  OfficialSheet,
  SheetFold,
  SheetFoot,
  SheetHead,
  SheetMark,
} from "@/shared/ui/OfficialSheet/OfficialSheet";

/** An official document with a marked passage, a folded part and a live figure. */
export function SheetPart() {
  return (
    <OfficialSheet label="Kế hoạch số 45/KH-UBND">
      <SheetHead
        superior="UBND TỈNH QUẢNG NGÃI"
        issuer="UBND THỊ XÃ ĐỨC PHỔ"
        number="45/KH-UBND"
        placeAndDate="Đức Phổ, ngày 29 tháng 3 năm 2024"
        kind="KẾ HOẠCH"
        subject="Công tác thông tin đối ngoại và truyền thông chính sách thị xã Đức Phổ năm 2024"
      />
      <p>
        Căn cứ Kế hoạch số 203/KH-UBND ngày 22/11/2023 của UBND tỉnh Quảng Ngãi về công tác thông tin đối
        ngoại;
      </p>
      <SheetFold words="Mục I. Mục đích, yêu cầu đã gập lại" onOpen={() => undefined} />
      <SheetMark>
        <h3>1. Tham gia Hội nghị về công tác TTĐN, quyền con người và truyền thông chính sách</h3>
        <p>- Cơ quan chủ trì: Phòng Văn hóa và Thông tin.</p>
        <p>- Thời gian thực hiện: Quý II, III/2024.</p>
      </SheetMark>
      <p>
        Trong năm, toàn thị xã phát{" "}
        <LiveFigure
          text="4.586"
          title="4.586 buổi, cộng từ 14 báo cáo"
          parts={[
            { name: "Phường Phổ Thạnh", value: "420" },
            { name: "Xã Phổ An", value: "312" },
          ]}
          more={<a href="#sheet">Mở bảng số liệu</a>}
        />{" "}
        buổi trên đài truyền thanh.
      </p>
      <SheetFoot
        recipients={["UBND tỉnh;", "Thường trực Thị ủy;", "Lưu: VT, VHTT."]}
        lines={["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]}
        name="Võ Thanh Hùng"
      />
    </OfficialSheet>
  );
}
