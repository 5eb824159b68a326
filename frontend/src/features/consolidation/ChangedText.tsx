import { useQuery } from "@tanstack/react-query";
import { Changes } from "@/shared/ui/Changes/Changes";
import { revisionsQuery } from "./queries";
import type { ChangedSource, SectionText } from "./report";

/** An agency's words beside those that were merged: what is new, what is gone. */
export function ChangedText({ text, change }: { text: SectionText; change: ChangedSource }) {
  const { data } = useQuery(revisionsQuery(text.report_id));
  const merged = data?.items.find((revision) => revision.number === change.merged_revision);
  if (merged === undefined) return text.text;
  return <Changes before={merged.content.sections[change.section]?.text ?? ""} after={text.text} />;
}
