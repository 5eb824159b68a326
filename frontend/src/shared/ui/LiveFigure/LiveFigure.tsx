import { type ReactNode, useId, useRef } from "react";
import { createPortal } from "react-dom";
import classes from "./LiveFigure.module.css";

interface LiveFigureProps {
  /** As it stands in the text: «4.586», «hơn 19.400». */
  text: string;
  /** What it is and how it was made: «4.586 buổi, cộng từ 14 báo cáo». */
  title: ReactNode;
  parts: { name: string; value: string }[];
  /** Where the whole table is: a link. */
  more?: ReactNode;
}

/** A figure in running text that opens to the sum and its parts; in print it is plain text. */
export function LiveFigure({ text, title, parts, more }: LiveFigureProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const place = () => {
    const from = button.current?.getBoundingClientRect();
    const over = box.current;
    if (from === undefined || over === null) return;
    const room = window.innerHeight - from.bottom;
    const top = room > over.offsetHeight + 12 ? from.bottom + 6 : from.top - over.offsetHeight - 6;
    over.style.top = `${Math.max(8, top)}px`;
    over.style.left = `${Math.max(8, Math.min(from.left, window.innerWidth - over.offsetWidth - 8))}px`;
  };
  return (
    <>
      <button ref={button} type="button" className={classes.figure} popoverTarget={id}>
        {text}
      </button>
      {/* Outside the paragraph that the figure stands in, which may hold no table. */}
      {createPortal(
        <>
          {/* Many parts scroll, by keyboard too. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div ref={box} id={id} popover="auto" className={classes.box} onToggle={place} tabIndex={0}>
            <p className={classes.title}>{title}</p>
            <table>
              <tbody>
                {parts.map((part) => (
                  <tr key={part.name}>
                    <th scope="row">{part.name}</th>
                    <td className="num">{part.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {more !== undefined && <p>{more}</p>}
          </div>
        </>,
        document.body,
      )}
    </>
  );
}
