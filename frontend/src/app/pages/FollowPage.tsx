import { useSuspenseQuery } from "@tanstack/react-query";
import { Follow } from "@/features/matrix/Follow";
import { NoPlan } from "@/features/matrix/NoPlan";
import { followed } from "@/features/matrix/plans";
import { plansQuery } from "@/features/matrix/queries";
import { ReportPanel } from "@/features/review/ReportPanel";
import { useFilters } from "@/shared/route";

/** The matrix of one plan: the address names it, else the newest issued one is shown. */
export default function FollowPage() {
  const [filters, setFilters] = useFilters();
  const { data } = useSuspenseQuery(plansQuery);
  const plan = followed(data, filters.plan);
  if (plan === undefined) return <NoPlan />;
  return (
    <Follow
      key={plan}
      planId={plan}
      filters={filters}
      setFilters={setFilters}
      reportPanel={(id, frame) => <ReportPanel id={id} {...frame} />}
    />
  );
}
