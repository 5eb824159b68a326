import { LeaderHome } from "@/features/overview/LeaderHome";

/** The home of the leader: one page that says how things stand. */
export default function LeaderHomePage() {
  return <LeaderHome />;
}
