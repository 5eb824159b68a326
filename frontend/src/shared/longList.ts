import {
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useReducer,
  useSyncExternalStore,
} from "react";
import { Heights } from "./heights";
import { many } from "./many";
import { usePrinting } from "./printing";

/** A row that is drawn: its place in the list, from 0, and the room of those left out before it, in pixels. */
export interface DrawnRow {
  index: number;
  before: number;
}

/** What of a list is drawn: every row of a short one, and of any that is printed; of a long one those near the screen. */
interface Drawn {
  long: boolean;
  rows: DrawnRow[];
  /** The room of those left out after the last row, in pixels. */
  after: number;
}

interface LongList {
  /** How many rows there are. */
  count: number;
  /** Places that are drawn wherever the screen stands, upwards: headings, the row that has the focus. */
  kept: number[];
  /** About how high a row is, in pixels. */
  height: number;
  /** Whether the list scrolls in the box around it; else it scrolls with the page. */
  boxed: boolean;
}

/** How many rows beyond the screen are drawn on both sides. */
const beyond = 3;

/**
 * The rows to draw of a list inside `around`: the box that it scrolls in, or what begins with its first row. Each row bears its
 * place as data-index. Written here since the library that does it would cost a sixth of what the page may weigh.
 */
export function useLongList(around: RefObject<HTMLElement | null>, list: LongList): Drawn {
  const { count, kept, height, boxed } = list;
  const printing = usePrinting();
  const long = count > many && !printing;
  const [, again] = useReducer((times: number) => times + 1, 0);
  const heights = useMemo(() => new Heights(count, height), [count, height]);
  const near = useSyncExternalStore(
    useCallback(
      (hear) => (long ? onScroll(boxed ? around.current : window, hear) : () => undefined),
      [long, boxed, around],
    ),
    () => (long ? nearScreen(around.current, boxed, heights) : ""),
  );
  useLayoutEffect(() => {
    if (long && around.current !== null && heights.measured(heightsIn(around.current))) again();
  });
  if (!long) return whole(count);
  const [from = 0, to = 0] = near.split(" ").map(Number);
  return drawn(heights, count, from, to, kept);
}

function onScroll(box: HTMLElement | Window | null, hear: () => void): () => void {
  box?.addEventListener("scroll", hear, { passive: true });
  window.addEventListener("resize", hear);
  return () => {
    box?.removeEventListener("scroll", hear);
    window.removeEventListener("resize", hear);
  };
}

/** «from to»: the first and the last row near the screen; before the list stands, those of a first screen. */
function nearScreen(around: HTMLElement | null, boxed: boolean, heights: Heights): string {
  const top = around === null ? 0 : boxed ? around.scrollTop : -around.getBoundingClientRect().top;
  const height = (boxed && around?.clientHeight) || window.innerHeight;
  const from = heights.at(top) - beyond;
  const to = heights.at(top + height) + beyond;
  return `${from} ${to}`;
}

/** How high the rows are that are laid out. */
function heightsIn(around: HTMLElement): [row: number, height: number][] {
  const rows = Array.from(around.querySelectorAll<HTMLElement>("[data-index]"));
  return rows.flatMap((row) => (row.offsetHeight > 0 ? [[Number(row.dataset.index), row.offsetHeight]] : []));
}

function drawn(heights: Heights, count: number, from: number, to: number, kept: number[]): Drawn {
  const places = new Set(kept);
  for (let place = Math.max(from, 0); place <= Math.min(to, count - 1); place++) places.add(place);
  let end = 0;
  const rows = [...places]
    .sort((a, b) => a - b)
    .map((index) => {
      const before = heights.top(index) - end;
      end = heights.top(index + 1);
      return { index, before };
    });
  return { long: true, rows, after: heights.top(count) - end };
}

function whole(count: number): Drawn {
  return { long: false, rows: Array.from({ length: count }, (_, index) => ({ index, before: 0 })), after: 0 };
}
