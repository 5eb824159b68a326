import { SignIn } from "@/features/session/SignIn";
import { wantedPlace } from "@/features/session/wanted";
import { goTo } from "@/shared/ui/Link/follow";

/** The page on which one signs in, and goes on to where one wanted to be. */
export default function SignInPage() {
  return <SignIn onDone={() => goTo(wantedPlace(window.location.search))} />;
}
