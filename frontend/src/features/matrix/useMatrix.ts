import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { matrixQuery } from "./queries";
import { joined, type Matrix } from "./view";

/** A plan's matrix as far as its pages have come, the next one asked for by itself; `whole` once every row is there. */
export function useMatrix(planId: string): { matrix: Matrix; whole: boolean } {
  const { data, hasNextPage, isFetching, isError, error, fetchNextPage } = useSuspenseInfiniteQuery(
    matrixQuery(planId),
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  if (isError && hasNextPage && !isFetching) throw error as unknown; // rows would silently be missing
  const matrix = useMemo(() => joined(data.pages as Parameters<typeof joined>[0]), [data]);
  return { matrix, whole: !hasNextPage };
}
