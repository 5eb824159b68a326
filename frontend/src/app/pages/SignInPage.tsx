import { SignIn } from "@/features/session/SignIn";
import { paths } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";

/** The page on which one signs in, and goes on to where one wanted to be. */
export default function SignInPage() {
  return <SignIn onDone={() => goTo(wanted())} />;
}

/** Only a path of this app is followed: a link from outside may not send someone elsewhere after signing in. */
function wanted(): string {
  const to = new URLSearchParams(window.location.search).get("to") ?? paths.home;
  const url = new URL(to, window.location.origin);
  return url.origin === window.location.origin && to.startsWith("/")
    ? url.pathname + url.search + url.hash
    : paths.home;
}
