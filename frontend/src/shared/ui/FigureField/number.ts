/** The marks of a language in numbers: «4.586,5» in Vietnamese, «4,586.5» in English. */
export interface Marks {
  group: "." | ",";
  decimal: "." | ",";
}

export const vietnamese: Marks = { group: ".", decimal: "," };
export const english: Marks = { group: ",", decimal: "." };

/** What a typed number is: nothing, an exact decimal as the API writes it («4586.5»), or why it is none. */
type Read =
  | { is: "blank" }
  | { is: "number"; value: string }
  | { is: "wrong"; why: "unclear" | "negative" | "tooBig" | "tooPrecise" };

/** A figure has at most this many places after the mark … */
const places = 3;
const wholeDigits = 15; // … and is below 10¹⁵

/** Reads a typed number strictly: «4.6» is no Vietnamese number and is never guessed to be 46 or 4,6. */
export function readNumber(text: string, marks: Marks): Read {
  const typed = text.replace(/\s/g, "");
  if (typed === "") return { is: "blank" };
  if (/^[-−]/.test(typed)) return { is: "wrong", why: "negative" };
  if (!wellFormed(typed, marks)) return { is: "wrong", why: "unclear" };
  const [whole = "", fraction = ""] = typed.replaceAll(marks.group, "").split(marks.decimal);
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/0+$/, "");
  if (digits.length > wholeDigits) return { is: "wrong", why: "tooBig" };
  if (rest.length > places) return { is: "wrong", why: "tooPrecise" };
  return { is: "number", value: rest === "" ? digits : `${digits}.${rest}` };
}

function wellFormed(typed: string, { group, decimal }: Marks): boolean {
  const plain = new RegExp(`^\\d+(\\${decimal}\\d+)?$`);
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  return plain.test(typed) || grouped.test(typed);
}

/** An exact decimal as it is shown: «4.586,5». */
export function showNumber(value: string, { group, decimal }: Marks): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/**
 * Groups a number while it is typed. Group marks that this function set are its own to move; one that a person typed stays
 * where it is until the number is well formed.
 */
export function regroup(before: string, after: string, marks: Marks): string {
  const { group, decimal } = marks;
  const typedMark = count(after, group) > count(before, group) && after.length > before.length;
  const ours =
    (before === "" || wellFormed(before.replace(new RegExp(`\\${decimal}$`), ""), marks)) && !typedMark;
  const bare = after.includes(group) && ours ? after.replaceAll(group, "") : after;
  const match = new RegExp(`^(\\d+)(\\${decimal}\\d*)?$`).exec(bare);
  if (match === null) return after;
  const [, whole = "", tail = ""] = match;
  return showNumber(whole, marks) + tail;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Where the caret stands after regrouping: behind as many digits and decimal marks as before. */
export function caretAfter(text: string, caret: number, grouped: string, { group }: Marks): number {
  const signs = text.slice(0, caret).replaceAll(group, "").length;
  let seen = 0;
  for (let at = 0; at < grouped.length; at++) {
    if (seen === signs) return at;
    if (grouped[at] !== group) seen++;
  }
  return grouped.length;
}
