import "../../theme/tinos.css";
import type { ReactNode } from "react";
import classes from "./OfficialSheet.module.css";

interface OfficialSheetProps {
  /** Read by screen readers: «Kế hoạch số 45/KH-UBND». */
  label: string;
  children: ReactNode;
}

/** An official document on its paper: A4 proportions, Tinos, white with black ink in both schemes. */
export function OfficialSheet({ label, children }: OfficialSheetProps) {
  return (
    <article className={classes.sheet} aria-label={label} lang="vi" data-paper>
      {children}
    </article>
  );
}

interface SheetHeadProps {
  /** The committee above, when there is one: «UBND TỈNH QUẢNG NGÃI». */
  superior?: string | undefined;
  /** The issuer, by lines (letterheadOf): «ỦY BAN NHÂN DÂN», «THỊ XÃ ĐỨC PHỔ». */
  issuer: string;
  /** «45/KH-UBND»; a draft leaves room for the number. */
  number: string;
  /** «Đức Phổ, ngày 29 tháng 3 năm 2024» */
  placeAndDate: string;
  /** «KẾ HOẠCH» */
  kind: string;
  /** The subject (trích yếu). */
  subject: ReactNode;
}

/** The head that Decree 30/2020 prescribes: two columns with their lines, number and place, kind and subject. */
export function SheetHead({ superior, issuer, number, placeAndDate, kind, subject }: SheetHeadProps) {
  return (
    <header>
      <div className={classes.head}>
        <div>
          {superior !== undefined && <p>{superior}</p>}
          <p className={classes.issuer}>{issuer}</p>
        </div>
        <div>
          <p className={classes.nation}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className={classes.motto}>Độc lập - Tự do - Hạnh phúc</p>
        </div>
        <p>Số: {number}</p>
        <p className={classes.place}>{placeAndDate}</p>
      </div>
      <p className={classes.kind}>{kind}</p>
      <h2 className={classes.subject}>{subject}</h2>
    </header>
  );
}

interface SheetFootProps {
  /** Nơi nhận, line by line. */
  recipients: string[];
  /** Above the name: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH». */
  lines: string[];
  name: string;
}

/** Recipients at the left, the signature block at the right. */
export function SheetFoot({ recipients, lines, name }: SheetFootProps) {
  return (
    <footer className={classes.foot}>
      <div className={classes.recipients}>
        <p className={classes.recipientsHead}>Nơi nhận:</p>
        {recipients.map((line) => (
          <p key={line}>- {line}</p>
        ))}
      </div>
      <div className={classes.signature}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className={classes.name}>{name}</p>
      </div>
    </footer>
  );
}

/** A passage of the sheet that is marked: the chosen task, a changed place. */
export function SheetMark({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <div className={classes.mark} id={id}>
      {children}
    </div>
  );
}

/** Says that a part of the sheet is folded away; a button that unfolds it. */
export function SheetFold({ words, onOpen }: { words: string; onOpen: () => void }) {
  return (
    <p className={classes.fold}>
      <button type="button" onClick={onOpen}>
        {words}
      </button>
    </p>
  );
}
