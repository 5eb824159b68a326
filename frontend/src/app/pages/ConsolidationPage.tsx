import { Consolidation } from "@/features/consolidation/Consolidation";
import { useFilters, useParam } from "@/shared/route";

/** The reports of one round put together. */
export default function ConsolidationPage() {
  const [{ section, view }, setFilters] = useFilters();
  return <Consolidation roundId={useParam("id")} section={section} view={view} setFilters={setFilters} />;
}
