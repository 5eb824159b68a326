import { createStore, del, get, set } from "idb-keyval";
import { useEffect, useState } from "react";
import { useMe } from "../../access";
import { type Fields, fieldsOver } from "./fields";

const store = createStore("lantoa-fields", "forms");

interface KeptFields<T> extends Fields<T> {
  /** Whether what stands in the form lies on the device. */
  kept: boolean;
  /** Once the server has it, or the person gives it up. */
  forget: () => void;
}

/** A form under one name of one account. */
interface Slot<T> {
  key: string;
  values: T;
  /** What stands in it when nothing was typed since it was read from the device. */
  untouched: T;
  read: boolean;
  kept: boolean;
}

/**
 * The fields of a form whose words must not be lost: with every key they are kept on this device, for this account under a
 * name such as «progress/<id>», and read back after a closed tab, a lost session or an empty battery. Under another name or
 * account it is another form, in which nothing of the former stands.
 */
export function useKeptFields<T extends object>(name: string, initial: T): KeptFields<T> {
  const key = `${useMe().account.id}/${name}`;
  const [held, setSlot] = useState(() => opened(key, initial));
  const slot = held.key === key ? held : opened(key, initial);
  if (slot !== held) setSlot(slot);
  const { values, untouched, read, kept } = slot;

  useEffect(() => {
    let here = true;
    void get<Partial<T>>(key, store)
      .catch(() => undefined) // a private window has no such store; the form works without
      .then((found) => {
        if (here) setSlot((now) => withFound(now, found));
      });
    return () => {
      here = false;
    };
  }, [key]);

  useEffect(() => {
    if (!read || values === untouched) return undefined;
    let here = true;
    const mark = (kept: boolean) => {
      if (here) setSlot((now) => ({ ...now, kept }));
    };
    // At once: a pause would lose what was typed last when the page is left.
    set(key, values, store).then(
      () => mark(true),
      () => mark(false),
    );
    return () => {
      here = false;
    };
  }, [key, values, untouched, read]);

  const forget = () => {
    setSlot({ ...opened(key, initial), read: true });
    void del(key, store).catch(() => undefined);
  };
  const change = (how: (now: T) => T) => setSlot((now) => ({ ...now, values: how(now.values) }));
  return { ...fieldsOver(values, change), kept, forget };
}

function opened<T>(key: string, initial: T): Slot<T> {
  return { key, values: initial, untouched: initial, read: false, kept: false };
}

/** Forgets the form of an account that is not open. */
export function forgetFields(account: string, name: string): void {
  void del(`${account}/${name}`, store).catch(() => undefined);
}

/** The form with what lay on the device; what was typed before that was read counts. */
function withFound<T extends object>(slot: Slot<T>, found: Partial<T> | undefined): Slot<T> {
  const before = { ...slot.untouched, ...found };
  const typed = Object.entries(slot.values).filter(
    ([name, value]) => value !== slot.untouched[name as keyof T],
  );
  return {
    ...slot,
    untouched: before,
    values: typed.length === 0 ? before : { ...before, ...Object.fromEntries(typed) },
    read: true,
    kept: found !== undefined,
  };
}
