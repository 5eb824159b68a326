import { useSuspenseQuery } from "@tanstack/react-query";
import { $api } from "./api/client";
import type { components } from "./api/schema.gen";
import type { Day } from "./format";

/** Who is signed in, and what that account may do. */
export type Me = components["schemas"]["Me"];
/** One thing that a role may or may not do, such as «plan:write». */
export type Action = components["schemas"]["AccessAction"];

/** The query for who is signed in; kept on the device so that the app opens without a network. */
export const meQuery = $api.queryOptions("get", "/me", {}, { staleTime: 5 * 60_000, meta: { keep: true } });

/** Who is signed in; only inside the session guard. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the signed-in account may do an action at all; a row's allowed_actions say whether now. */
export function useMay(action: Action): boolean {
  return useMe().may.includes(action);
}

/** The business day by the server's clock; every «còn 3 ngày» counts from it, never from the device's own. */
export function useToday(): Day {
  return useMe().business_day;
}
