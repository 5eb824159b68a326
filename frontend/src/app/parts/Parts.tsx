import type { ReactNode } from "react";
import { LanguageSwitch } from "@/shared/ui/LanguageSwitch/LanguageSwitch";
import { Logo } from "@/shared/ui/Logo/Logo";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { SchemeSwitch } from "@/shared/ui/SchemeSwitch/SchemeSwitch";
import { Toasts } from "@/shared/ui/Toast/Toasts";
import { ColourParts, TypeParts } from "./GroundParts";
import { DutyParts } from "./DutyParts";
import { FieldParts } from "./FieldParts";
import { FigureParts } from "./FigureParts";
import { FeedbackParts } from "./FeedbackParts";
import { MatrixPart } from "./MatrixPart";
import { SheetPart } from "./SheetPart";
import { TableParts } from "./TableParts";
import classes from "./Parts.module.css";

const parts: { id: string; name: string; show: ReactNode }[] = [
  { id: "type", name: "Chữ", show: <TypeParts /> },
  { id: "colours", name: "Màu", show: <ColourParts /> },
  { id: "duties", name: "Trạng thái và việc", show: <DutyParts /> },
  { id: "fields", name: "Nút và ô nhập", show: <FieldParts /> },
  { id: "figures", name: "Ô số liệu", show: <FigureParts /> },
  { id: "tables", name: "Bảng và danh sách", show: <TableParts /> },
  { id: "matrix", name: "Bảng theo dõi", show: <MatrixPart /> },
  { id: "sheet", name: "Văn bản", show: <SheetPart /> },
  { id: "feedback", name: "Thông báo, lỗi, trống", show: <FeedbackParts /> },
];

/** All parts, each with its states, in the scheme that is set above. */
export function Parts() {
  return (
    <main className={classes.root}>
      <Page>
        <PageHeader
          caption="Lan Tỏa"
          title="Bộ phận giao diện"
          sentence="Mọi bộ phận dùng để dựng màn hình, với các trạng thái của chúng."
          actions={<Logo size={40} />}
          home
        />
        <div className={classes.switches}>
          <SchemeSwitch />
          <LanguageSwitch />
        </div>
        <nav aria-label="Bộ phận" className={classes.index}>
          {parts.map((part) => (
            <a key={part.id} href={`#${part.id}`}>
              {part.name}
            </a>
          ))}
        </nav>
        {parts.map((part) => (
          <section key={part.id} id={part.id} className={classes.section} aria-labelledby={`${part.id}-name`}>
            <h2 id={`${part.id}-name`} className={classes.name}>
              {part.name}
            </h2>
            {part.show}
          </section>
        ))}
      </Page>
      <Toasts />
    </main>
  );
}
