import { IconDots, IconDownload, IconEdit, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "@/shared/ui/Button/Button";
import { CheckList } from "@/shared/ui/CheckList/CheckList";
import { Choice } from "@/shared/ui/Choice/Choice";
import { DateField } from "@/shared/ui/DateField/DateField";
import { CheckField } from "@/shared/ui/Fields/CheckField";
import { PasswordField } from "@/shared/ui/Fields/PasswordField";
import { RadioField } from "@/shared/ui/Fields/RadioField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { FileDrop } from "@/shared/ui/FileDrop/FileDrop";
import { useFields } from "@/shared/ui/Form/fields";
import { IconButton } from "@/shared/ui/IconButton/IconButton";
import { Menu } from "@/shared/ui/Menu/Menu";
import { Segmented } from "@/shared/ui/Segmented/Segmented";
import classes from "./Parts.module.css";

const offices = [
  "Văn phòng HĐND và UBND thị xã",
  "Phòng Tài chính - Kế hoạch",
  "Phòng Tư pháp",
  "Công an thị xã",
];

/** Buttons and fields, with hint, error and switched off. */
export function FieldParts() {
  const fields = useFields({
    text: "Xã Phổ An",
    bad: "",
    area: "Phát 12 chuyên đề.",
    choice: "tp",
    day: "2024-11-09",
    yes: true,
  });
  const [radio, setRadio] = useState<"each" | "all">("each");
  const [level, setLevel] = useState<"remind" | "urge">("urge");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([offices[0] ?? ""]));
  return (
    <>
      <div className={classes.row}>
        <Button look="filled">Nộp báo cáo</Button>
        <Button icon={<IconDownload size={20} stroke={1.75} aria-hidden />}>Tải .docx</Button>
        <Button look="warn">Trả lại</Button>
        <Button look="quiet">Để trống</Button>
        <Button look="danger">Xóa</Button>
        <Button look="filled" busy>
          Đang gửi
        </Button>
        <Button disabled>Chưa được</Button>
        <Button size="small">Xem</Button>
        <Menu
          label="Thêm"
          icon={<IconDots size={20} stroke={1.75} aria-hidden />}
          items={[
            {
              words: "Sửa",
              icon: <IconEdit size={18} stroke={1.75} aria-hidden />,
              onChoose: () => undefined,
            },
            {
              words: "Xóa",
              icon: <IconTrash size={18} stroke={1.75} aria-hidden />,
              onChoose: () => undefined,
              danger: true,
            },
          ]}
        />
        <IconButton label="Tải xuống" onClick={() => undefined}>
          <IconDownload size={20} stroke={1.75} aria-hidden />
        </IconButton>
      </div>
      <div className={classes.grid}>
        <div className={classes.stack}>
          <TextField {...fields.bind("text")} label="Tên cơ quan" hint="Tên đầy đủ như trong văn bản." />
          <TextField
            {...fields.bind("bad")}
            label="Số văn bản"
            error="Chưa nhập số văn bản."
            placeholder="45/KH-UBND"
          />
          <TextField value="pho-an" onChange={() => undefined} label="Tên đăng nhập" readOnly optional />
          <PasswordField
            value="mot cau dai"
            onChange={() => undefined}
            label="Mật khẩu"
            autoComplete="new-password"
          />
        </div>
        <div className={classes.stack}>
          <TextArea {...fields.bind("area")} label="Kết quả nổi bật" />
          <Choice
            {...fields.bind("choice")}
            label="Cơ quan chủ trì"
            choices={[
              { value: "vhtt", label: "Phòng Văn hóa và Thông tin" },
              { value: "tp", label: "Phòng Tư pháp" },
            ]}
          />
          <DateField {...fields.bind("day")} label="Ngày ban hành" />
          <Segmented
            label="Mức"
            labelled
            value={level}
            onChange={setLevel}
            choices={[
              { value: "remind", label: "Nhắc" },
              { value: "urge", label: "Đôn đốc" },
            ]}
          />
        </div>
        <div className={classes.stack}>
          <RadioField
            label="Nhóm «Các cơ quan, đơn vị liên quan»"
            value={radio}
            onChange={setRadio}
            choices={[
              { value: "each", label: "Chọn từng cơ quan", hint: "Đã chọn 1 trên 4 cơ quan" },
              { value: "all", label: "Mọi cơ quan, đơn vị, địa phương (36)" },
            ]}
          />
          <CheckList
            label="Thành viên"
            searchLabel="Tìm cơ quan"
            items={offices.map((name) => ({ value: name, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
          <CheckField
            {...fields.bind("yes")}
            label="Không có nội dung bí mật nhà nước"
            hint="Người gửi chịu trách nhiệm."
          />
          <FileDrop
            label="Chọn tệp kế hoạch"
            hint="Tệp .docx hoặc .txt, nhiều nhất 20 MB"
            accept=".docx,.txt"
            maxSize={20_000_000}
            onFiles={() => undefined}
          />
        </div>
      </div>
    </>
  );
}
