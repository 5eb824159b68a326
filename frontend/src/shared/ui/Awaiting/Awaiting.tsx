import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf, unreachable, wordsOf } from "../../api/problem";
import { Banner } from "../Banner/Banner";
import { Button } from "../Button/Button";
import { Skeleton } from "../Skeletons/Skeleton";

interface AwaitingProps {
  query: UseQueryResult<unknown, unknown>;
  /** Lines of text that will come. */
  lines?: number;
}

/** Stands for what is not there yet: its place while it comes, or why it does not, with another try. */
export function Awaiting({ query, lines = 3 }: AwaitingProps) {
  const { t } = useTranslation();
  if (query.data !== undefined) return null;
  if (!query.isError && !query.isPaused) return <Skeleton lines={lines} />;
  return (
    <Banner inset live actions={<Button onClick={() => void query.refetch()}>{t("common.retry")}</Button>}>
      {wordsOf(query.isError ? problemOf(query.error) : unreachable)}
    </Banner>
  );
}
