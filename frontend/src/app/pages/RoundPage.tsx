import { RoundView } from "@/features/rounds/RoundView";
import { useFilters, useParam } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";

/** One report round. */
export default function RoundPage() {
  const [{ show, q = "" }, setFilters] = useFilters();
  return (
    <Page>
      <RoundView
        id={useParam("id")}
        show={show}
        q={q}
        onSearch={(words) => setFilters({ q: words }, { replace: true })}
      />
    </Page>
  );
}
