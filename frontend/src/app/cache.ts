import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "@/shared/api/problem";

/** The one cache of the server's state. Only a lost connection or a server's failure is tried again by itself. */
export function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 24 * 60 * 60_000,
        networkMode: "offlineFirst",
        retry: (failures, error) => {
          const { status } = problemOf(error);
          return failures < 2 && (status === 0 || status >= 502);
        },
      },
      mutations: { networkMode: "always" },
    },
  });
}
