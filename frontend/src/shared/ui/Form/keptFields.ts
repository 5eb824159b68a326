import { createStore, del, get, set } from "idb-keyval";
import { useEffect, useRef, useState } from "react";
import { useMe } from "../../access";
import { type Fields, useFields } from "./fields";

const store = createStore("lantoa-fields", "forms");
/** How long after the last key the form is kept, in milliseconds. */
const pause = 300;

interface KeptFields<T> extends Fields<T> {
  /** Whether what stands in the form lies on the device. */
  kept: boolean;
  /** Once the server has it, or the person gives it up. */
  forget: () => void;
}

/**
 * The fields of a form whose words must not be lost: kept on this device for this account under a name such as
 * «progress/<id>», and read back after a closed tab, a lost session or an empty battery.
 */
export function useKeptFields<T extends object>(name: string, initial: T): KeptFields<T> {
  const key = `${useMe().account.id}/${name}`;
  const fields = useFields(initial);
  const { values, reset } = fields;
  const [kept, setKept] = useState(false);
  const read = useRef<string | null>(null);
  const start = useRef(values);

  useEffect(() => {
    let here = true;
    void get<T>(key, store)
      .catch(() => undefined) // a private window has no such store; the form works without
      .then((found) => {
        if (!here) return;
        read.current = key;
        if (found !== undefined) {
          start.current = { ...start.current, ...found };
          reset(start.current);
          setKept(true);
        }
      });
    return () => {
      here = false;
    };
  }, [key, reset]);

  useEffect(() => {
    if (read.current !== key || values === start.current) return undefined;
    setKept(false);
    const timer = setTimeout(
      () =>
        void set(key, values, store).then(
          () => setKept(true),
          () => undefined,
        ),
      pause,
    );
    return () => clearTimeout(timer);
  }, [key, values]);

  const forget = () => {
    start.current = initial;
    reset(initial);
    setKept(false);
    void del(key, store).catch(() => undefined);
  };
  return { ...fields, kept, forget };
}
