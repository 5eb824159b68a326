import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import type { Waiting } from "@/shared/outbox";
import { type FileBox, fileBox, type KeptFile } from "./box";

/** The files of the one who is signed in. */
export function useFileBox(): FileBox {
  const cache = useQueryClient();
  return fileBox(cache, useMe().account.id);
}

/** The files that still lie on this device for one owner, by its id or by the name it has until the office gives one. */
export function useWaitingFiles(belongs: string): Waiting<KeptFile>[] {
  const files = useFileBox();
  const all = useSyncExternalStore(files.subscribe, files.get);
  return useMemo(
    () => all.filter(({ item }) => item.with === belongs || item.owner?.id === belongs),
    [all, belongs],
  );
}
