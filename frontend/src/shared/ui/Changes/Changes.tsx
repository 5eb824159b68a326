import classes from "./Changes.module.css";
import { wordChanges } from "./changes";

/** A text beside an earlier one: new words on a ground, old ones struck out. */
export function Changes({ before, after }: { before: string; after: string }) {
  return wordChanges(before, after).map(({ is, text }, at) => {
    // A piece has no identity but its place.
    if (is === "new")
      return (
        <ins key={at} className={classes.new}>
          {text}
        </ins>
      );
    return is === "old" ? (
      <del key={at} className={classes.old}>
        {text}
      </del>
    ) : (
      <span key={at}>{text}</span>
    );
  });
}
