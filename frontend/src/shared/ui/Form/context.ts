import { createContext, useContext, useEffect, useId, useMemo } from "react";

/** A thing to correct in a form: where, and in words. */
export interface Correction {
  /** JSON pointer of the field, such as /username. */
  pointer: string;
  words: string;
}

interface FormState {
  corrections: Correction[];
  /** Tells the form under which id a field stands on the page. */
  register: (pointer: string, id: string) => () => void;
  /** Keeps the form from being sent until the returned function is called. */
  hold: (correction: Correction) => () => void;
}

export const FormContext = createContext<FormState>({
  corrections: [],
  register: () => () => undefined,
  hold: () => () => undefined,
});

/** For a field whose text has no value that could be sent: while there are words saying so, its form is not sent without it. */
export function useUnreadable(name: string | undefined, words: string | undefined): void {
  const { hold } = useContext(FormContext);
  useEffect(
    () => (words === undefined ? undefined : hold({ pointer: `/${name ?? ""}`, words })),
    [hold, name, words],
  );
}

/** What a field needs from its form: a stable id and the words of its error, when there is one. */
export function useFormField(
  name: string | undefined,
  own?: string,
): { id: string; error: string | undefined } {
  const id = useId();
  const { corrections, register } = useContext(FormContext);
  const pointer = name === undefined ? undefined : `/${name}`;
  useEffect(() => (pointer === undefined ? undefined : register(pointer, id)), [pointer, id, register]);
  const found = useMemo(() => corrections.find((c) => c.pointer === pointer)?.words, [corrections, pointer]);
  return { id, error: own ?? found };
}
