import type { ReactNode } from "react";
import { type Look, looks, type Standing } from "./standing";

function line(d: string, width: number): ReactNode {
  return (
    <path
      d={d}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

function ring(r: number, width: number): ReactNode {
  return <circle cx="8" cy="8" r={r} fill="none" stroke="currentColor" strokeWidth={width} />;
}

function solid(d: string): ReactNode {
  return <path d={d} fill="currentColor" fillRule="evenodd" />;
}

/** Ten outlines that differ without colour; they mean nothing else anywhere. */
const signs: Record<Look, ReactNode> = {
  upcoming: ring(5.8, 1.7),
  soon: (
    <>
      {ring(6, 1.7)}
      {line("M8 4.6V8l2.4 1.5", 1.7)}
    </>
  ),
  overdue: solid(
    "M8 1.1c.4 0 .8.2 1 .6l6.2 11.4c.4.8-.1 1.7-1 1.7H1.8c-.9 0-1.4-.9-1-1.7L7 1.7c.2-.4.6-.6 1-.6ZM7.1 5.4v4.5h1.8V5.4H7.1Zm0 5.7v1.8h1.8v-1.8H7.1Z",
  ),
  ontime: solid("M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.1 4.1L7 9.2 4.9 7.1 3.7 8.3 7 11.6l5.3-5.3-1.2-1.2Z"),
  late: (
    <>
      {ring(6, 1.7)}
      <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />
    </>
  ),
  open: line("M1.2 8.6c2-4.6 4.4-4.6 6.8-.6s4.8 4 6.8-.6", 1.9),
  await: line("M4 2h8M4 14h8M5 2v2.4L8 8l3-3.6V2M5 14v-2.4L8 8l3 3.6V14", 1.5),
  exempt: line("M3 8h10", 2),
  nil: (
    <>
      {ring(5, 1.6)}
      {line("M2.6 13.4 13.4 2.6", 1.6)}
    </>
  ),
  returned: line("M6 3 2.5 6.5 6 10M2.5 6.5H10a3.6 3.6 0 0 1 0 7.2H7", 1.8),
};

/** The sign of a standing; a word or an aria-label stands beside it always. */
export function StateGlyph({ standing, size = 16 }: { standing: Standing; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable={false}>
      {signs[looks[standing]]}
    </svg>
  );
}
