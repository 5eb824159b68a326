import { useEffect } from "react";
import { paths, pathTo } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import { useDraft } from "./draft/useDraft";
import { isEditable } from "./report";
import { goOnPath } from "./way";

/** Leads to where the work on a report goes on: the first remark, the first open section, the check. */
export function GoOn({ id }: { id: string }) {
  const { draft } = useDraft(id);
  const to = isEditable(draft.report) ? goOnPath(draft) : pathTo(paths.report, { id });
  useEffect(() => goTo(to, { replace: true }), [to]);
  return <Skeleton lines={3} />;
}
