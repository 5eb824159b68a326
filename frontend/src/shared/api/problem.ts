import i18next from "i18next";

/** One thing wrong with one member of what was sent. */
export interface FieldProblem {
  /** JSON pointer into the body, such as /sections/0/text. */
  pointer: string;
  code: string;
  message: string;
}

/** An answer of the API that says what went wrong (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  detail?: string;
  /** The request's id, for the administrator. */
  instance?: string;
  errors?: FieldProblem[];
}

/** The problem that stands for «no answer came»: it is worth trying again later. */
export const unreachable: Problem = { status: 0, code: "network" };

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "status" in value
  );
}

/** Whatever was thrown, as a problem: the API's own (no connection among them), or unknown. */
export function problemOf(thrown: unknown): Problem {
  if (isProblem(thrown)) return thrown;
  return { status: 500, code: "unknown" };
}

/** The words for a problem: by its code, else what the server said, else the general words with the request's id. */
export function wordsOf(problem: Problem): string {
  const known = words(problem.code);
  if (known !== null) return known;
  if (problem.detail !== undefined && problem.detail !== "" && problem.status < 500) return problem.detail;
  return problem.instance === undefined
    ? i18next.t("problem.unknownNoId")
    : i18next.t("problem.unknown", { id: problem.instance });
}

/** The words for one field's problem, in the same order. */
export function fieldWords(field: FieldProblem): string {
  return words(field.code) ?? field.message;
}

function words(code: string): string | null {
  if (code === "unknown" || code.startsWith("unknown")) return null;
  const key = `problem.${code}`;
  // Codes come from the server and are no part of the keys' type.
  return i18next.exists(key) ? (i18next.t as (key: string) => string)(key) : null;
}
