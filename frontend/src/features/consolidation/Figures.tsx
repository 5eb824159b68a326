import classes from "./Figures.module.css";
import type { Section } from "./report";
import { Sum } from "./Sum";

/** More agencies without a figure than this are counted, not named. */
const named = 4;

/** The sums of one section as the table of the official text; its words are Vietnamese in every language of the app. */
export function Figures({ section }: { section: Section }) {
  if (section.indicators.length === 0) return null;
  return (
    <>
      <table className={classes.table}>
        <caption className="sr">Số liệu: {section.title}</caption>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Tổng số</th>
          </tr>
        </thead>
        <tbody>
          {section.indicators.flatMap((indicator) => {
            const { code, name, unit } = indicator.definition;
            const units = unit.length === 0 ? [""] : unit;
            return units.map((one, at) => (
              <tr key={`${code} ${one}`}>
                {at === 0 && (
                  <th scope="row" rowSpan={units.length}>
                    {name}
                  </th>
                )}
                <td>{one}</td>
                <td className={classes.figure}>
                  <Sum indicator={indicator} at={at === 0 ? 0 : 1} />
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
      {section.owing > 0 && (
        <p>
          <i>{coverage(section)}</i>
        </p>
      )}
    </>
  );
}

/** Whose figures are in the table, and whose are not. */
function coverage({ accepted, owing, without }: Section): string {
  const whose = `Số liệu của ${accepted}/${owing} cơ quan, đơn vị`;
  if (without.length === 0) return `${whose}.`;
  const who =
    without.length > named
      ? `${without.length} cơ quan, đơn vị`
      : without.map((one) => one.agency).join(", ");
  return `${whose}; chưa có ${who}.`;
}
