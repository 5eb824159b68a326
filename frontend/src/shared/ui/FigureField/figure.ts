/** «hơn» and «khoảng» as the API writes them; blank is exact. */
export type Qualifier = "" | "more_than" | "about";

/** One number of a figure: an exact decimal as text («4586.5»), blank when nothing was typed. */
export interface Quantity {
  value: string;
  qualifier: Qualifier;
  /** What was typed when it is no number yet; it is kept with the draft so that nothing typed is lost. */
  typed?: string | undefined;
}

/** What stands in a figure's field: blank, «không phát sinh», or one number, for a pair two. Blank, nil and 0 are three things. */
export interface Figure {
  nil: boolean;
  quantities: Quantity[];
}

/** A figure in which nothing stands yet; two numbers for a pair. */
export function blankFigure(numbers = 1): Figure {
  return { nil: false, quantities: Array.from({ length: numbers }, () => ({ value: "", qualifier: "" })) };
}

/** Whether nothing at all was given: neither a number nor «không phát sinh». */
export function isBlank({ nil, quantities }: Figure): boolean {
  return !nil && quantities.every((q) => q.value === "" && (q.typed ?? "") === "");
}

/** Whether the figure can be sent as it stands: blank, nil, or every number given and none unclear. */
export function isClear(figure: Figure): boolean {
  const given = figure.quantities.filter((q) => q.value !== "").length;
  return figure.nil || isBlank(figure) || given === figure.quantities.length;
}
