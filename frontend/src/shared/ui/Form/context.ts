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
}

export const FormContext = createContext<FormState>({ corrections: [], register: () => () => undefined });

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
