// Figures are exact decimals of up to 18 digits, more than a JavaScript number holds. In text they stay exact on both ways.

const member = /"(?:[^"\\]|\\.)*"(?:\s*:\s*-?\d[\d.eE+-]*)?/g;
const sent = /"(?:[^"\\]|\\.)*"(?:\s*:\s*"-?\d[\d.]*")?/g;
const figure = /^"(value2?)"\s*:\s*"?(-?\d[\d.eE+-]*)"?$/;

/** Reads JSON with the members `value` and `value2` as exact decimals in text. */
export function readExact(json: string): unknown {
  return JSON.parse(json.replace(member, (part) => part.replace(figure, '"$1":"$2"')));
}

/** Writes JSON with the members `value` and `value2`, decimals in text, as the numbers they are. */
export function writeExact(content: unknown): string {
  return JSON.stringify(content).replace(sent, (part) => part.replace(figure, '"$1":$2'));
}

/** An answer fetched as text, read exactly: `exactly<Report>(await api.GET(…, { parseAs: "text" }))`. Throws the problem. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it reads
export function exactly<T>(answer: { data?: string; error?: unknown }): T {
  if (answer.data === undefined) throw answer.error;
  return readExact(answer.data) as T;
}
