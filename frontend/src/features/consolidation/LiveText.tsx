import { piecesOf } from "./live";
import type { Section } from "./report";
import { Sum } from "./Sum";

/** A narrative as the document prints it: its lines are paragraphs, its sums live and open to their parts. */
export function LiveText({ text, sections }: { text: string; sections: Section[] }) {
  return text.split("\n").map((line, at) => (
    // A line has no identity but its place.
    <p key={at}>
      {piecesOf(line, sections).map((piece, n) =>
        "text" in piece ? (
          <span key={n}>{piece.text}</span>
        ) : (
          <Sum key={n} indicator={piece.indicator} at={piece.at} />
        ),
      )}
    </p>
  ));
}
