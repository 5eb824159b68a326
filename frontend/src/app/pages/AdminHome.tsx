import { AccountGlance } from "@/features/accounts/AccountGlance";
import { Page } from "@/shared/ui/Page/Page";

/** The home of who keeps the ways in: what is still open about them. */
export default function AdminHome() {
  return (
    <Page>
      <AccountGlance />
    </Page>
  );
}
