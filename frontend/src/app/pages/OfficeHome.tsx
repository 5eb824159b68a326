import { OfficeHome } from "@/features/overview/OfficeHome";
import { Page } from "@/shared/ui/Page/Page";

/** The home of the focal point. */
export default function OfficeHomePage() {
  return (
    <Page>
      <OfficeHome />
    </Page>
  );
}
