import { useQueryClient } from "@tanstack/react-query";
import { FirstPassword } from "@/features/session/FirstPassword";
import { signOut } from "@/features/session/session";
import { meQuery } from "@/shared/access";
import { paths } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";

/** Where an account with a given password lands until it has its own. */
export default function FirstPasswordPage() {
  const cache = useQueryClient();
  const done = async () => {
    await cache.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: "none" });
    cache.removeQueries({ queryKey: meQuery.queryKey });
    goTo(paths.home, { replace: true });
  };
  const leave = async () => {
    await signOut(cache);
    goTo(paths.signIn);
  };
  return <FirstPassword onDone={() => void done()} onLeave={() => void leave()} />;
}
