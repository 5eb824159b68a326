import { useSuspenseQuery } from "@tanstack/react-query";
import { $api } from "./api/client";
import type { components } from "./api/schema.gen";

/** Who is signed in, and what that account may do. */
export type Me = components["schemas"]["Me"];

/** The query for who is signed in; kept on the device so that the app opens without a network. */
export const meQuery = $api.queryOptions("get", "/me", {}, { staleTime: 5 * 60_000, meta: { keep: true } });

/** Who is signed in; only inside the session guard. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the signed-in account may do an action such as «plan:create» at all; a row's allowed_actions say whether now. */
export function useMay(action: string): boolean {
  return useMe().may.includes(action);
}
