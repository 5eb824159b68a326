import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { Button } from "@/shared/ui/Button/Button";
import { SheetFoot, SheetHead, SheetMark } from "@/shared/ui/OfficialSheet/OfficialSheet";
import { isCommittee, letterheadOf, placeAndDate } from "@/shared/ui/OfficialSheet/letterhead";
import { type Fields, textAt } from "./draft/fields";
import { Figures } from "./Figures";
import { LiveText } from "./LiveText";
import { outlineOf, type Piece } from "./outline";
import { agencyQuery } from "./queries";
import type { Consolidation, Report } from "./report";
import classes from "./Sheet.module.css";
import sheetText from "./SheetText.module.css";
import { Submissions } from "./Submissions";

interface WholeProps {
  plan: components["schemas"]["Plan"];
  report: Report;
  consolidation: Consolidation;
  fields: Fields;
  /** The section or part that is open: marked. */
  chosen: string;
  /** Opens a section or part for writing; null while the report may only be read. */
  onOpen: ((name: string) => void) | null;
}

/** The whole document as the .docx prints it, for reading; its words are Vietnamese in every language of the app. */
export function Whole({ plan, report, consolidation, fields, chosen, onOpen }: WholeProps) {
  const issuer = plan.issuer.agency ?? "";
  const superior = useSuperior(isCommittee(issuer) ? null : (plan.issuer.agency_id ?? null));
  const lines =
    report.signature.lines.length > 0 ? report.signature.lines : ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];
  return (
    <>
      <SheetHead
        superior={superior?.toLocaleUpperCase("vi")}
        issuer={letterheadOf(issuer)}
        number={report.number ?? "      /BC-UBND"}
        placeAndDate={placeAndDate(issuer, report.dated_on, plan.year)}
        kind="BÁO CÁO"
        subject={`Kết quả thực hiện Kế hoạch ${lowered(plan.title)}`}
      />
      {outlineOf(consolidation.sections, fields, onOpen !== null).map((piece) => {
        const name = nameOf(piece);
        const body = <PieceBody piece={piece} consolidation={consolidation} fields={fields} />;
        return (
          <div key={piece.heading}>
            {name !== null && name === chosen ? <SheetMark>{body}</SheetMark> : body}
            {name !== null && onOpen !== null && <Open heading={piece.heading} onOpen={() => onOpen(name)} />}
          </div>
        );
      })}
      <SheetFoot recipients={["Như trên", "Lưu: VT."]} lines={lines} name={report.signature.name} />
    </>
  );
}

function Open({ heading, onOpen }: { heading: string; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.write}>
      <Button size="small" look="quiet" onClick={onOpen}>
        {t("consolidation.writeSection")}
        <span className="sr"> {heading}</span>
      </Button>
    </div>
  );
}

interface PieceBodyProps {
  piece: Piece;
  consolidation: Consolidation;
  fields: Fields;
}

function PieceBody({ piece, consolidation, fields }: PieceBodyProps) {
  const { sections } = consolidation;
  const name = nameOf(piece);
  const text = name === null ? "" : textAt(fields, piece.is === "section" ? `text/${name}` : name);
  return (
    <>
      <h3>{piece.heading}</h3>
      {name !== null && <Words text={text} sections={sections} />}
      {piece.is === "section" && <Figures section={piece.section} />}
      {piece.is === "submissions" && <Submissions consolidation={consolidation} />}
    </>
  );
}

function Words({ text, sections }: { text: string; sections: Consolidation["sections"] }) {
  const { t } = useTranslation();
  if (text.trim() === "") return <p className={sheetText.none}>{t("consolidation.notWritten")}</p>;
  return <LiveText text={text} sections={sections} />;
}

/** The name under which a piece is opened for writing; null when nothing in it is written by hand. */
function nameOf(piece: Piece): string | null {
  if (piece.is === "section") return piece.section.code;
  return piece.is === "part" ? piece.part : null;
}

/** The name of the agency above the plan's issuer. */
function useSuperior(issuer: string | null): string | undefined {
  const own = useQuery({ ...agencyQuery(issuer ?? ""), enabled: issuer !== null });
  const above = own.data?.parent_id ?? null;
  return useQuery({ ...agencyQuery(above ?? ""), enabled: above !== null }).data?.name;
}

/** A title as it stands inside a sentence. */
function lowered(title: string): string {
  return title.charAt(0).toLocaleLowerCase("vi") + title.slice(1);
}
