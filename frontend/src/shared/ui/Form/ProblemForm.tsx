import { type ReactNode, type SubmitEvent, useCallback, useMemo, useRef, useState } from "react";
import { fieldWords, problemOf, wordsOf } from "../../api/problem";
import { ErrorSummary, type SummaryLine } from "../ErrorSummary/ErrorSummary";
import { type Correction, FormContext } from "./context";

interface ProblemFormProps {
  children: ReactNode;
  onSubmit: () => void;
  /** What is wrong before anything is sent; it is asked at each try. */
  check?: () => Correction[];
  /** What the last call threw: its field problems go to the fields, the rest stands above. */
  problem?: unknown;
  busy?: boolean;
  /** For a button that stands outside. */
  id?: string;
  className?: string;
  "aria-labelledby"?: string;
}

/** A form that shows what is wrong in a summary above, to which focus moves, and in the same words at each field. */
export function ProblemForm({
  children,
  onSubmit,
  check,
  problem,
  busy,
  className,
  ...rest
}: ProblemFormProps) {
  const [own, setOwn] = useState<{ lines: Correction[]; about: unknown } | null>(null);
  const [ids, setIds] = useState<ReadonlyMap<string, string>>(new Map());
  const register = useCallback((pointer: string, id: string) => {
    setIds((now) => new Map(now).set(pointer, id));
    return () => setIds((now) => new Map([...now].filter(([at]) => at !== pointer)));
  }, []);
  const held = useRef(new Set<Correction>());
  const hold = useCallback((correction: Correction) => {
    const now = held.current.add(correction);
    return () => now.delete(correction);
  }, []);

  // Own checks speak until the server has answered anew.
  const ours = own !== null && own.lines.length > 0 && own.about === problem;
  const corrections = useMemo(() => (ours ? own.lines : theirs(problem)), [ours, own, problem]);
  const state = useMemo(() => ({ corrections, register, hold }), [corrections, register, hold]);

  const lines: SummaryLine[] = corrections.map((c) => ({
    words: c.words,
    target: ids.get(c.pointer),
  }));
  if (!ours && isThere(problem) && lines.length === 0)
    lines.push({ words: wordsOf(problemOf(problem)), target: undefined });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy === true) return;
    const unreadable = [...held.current];
    const others = check?.().filter((c) => unreadable.every(({ pointer }) => pointer !== c.pointer));
    const found = [...unreadable, ...(others ?? [])];
    setOwn({ lines: found, about: problem });
    if (found.length === 0) onSubmit();
  };
  return (
    <FormContext.Provider value={state}>
      <form noValidate className={className} onSubmit={submit} aria-busy={busy} {...rest}>
        {lines.length > 0 && <ErrorSummary key={JSON.stringify(lines)} lines={lines} />}
        {children}
      </form>
    </FormContext.Provider>
  );
}

function theirs(problem: unknown): Correction[] {
  if (!isThere(problem)) return [];
  return (problemOf(problem).errors ?? []).map((e) => ({ pointer: e.pointer, words: fieldWords(e) }));
}

function isThere(problem: unknown): boolean {
  return problem !== null && problem !== undefined;
}
