import { useState } from "react";

/** The state of a form's fields and what ties each to its input. */
export interface Fields<T> {
  values: T;
  set: <K extends keyof T>(name: K, value: T[K]) => void;
  reset: (values: T) => void;
  bind: <K extends keyof T & string>(name: K) => { name: K; value: T[K]; onChange: (value: T[K]) => void };
}

/** The fields of one form: `<TextField {...fields.bind("username")} label=… />`; a field's name is its JSON pointer without the first slash. */
export function useFields<T extends object>(initial: T): Fields<T> {
  const [values, setValues] = useState(initial);
  return fieldsOver(values, setValues);
}

/** The fields over values that are held elsewhere and changed by `change`. */
export function fieldsOver<T extends object>(values: T, change: (how: (now: T) => T) => void): Fields<T> {
  const set = <K extends keyof T>(name: K, value: T[K]) => change((now) => ({ ...now, [name]: value }));
  return {
    values,
    set,
    reset: (next) => change(() => next),
    bind: (name) => ({ name, value: values[name], onChange: (value) => set(name, value) }),
  };
}
