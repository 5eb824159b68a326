import type { ErrorComponentProps } from "@tanstack/react-router";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button/Button";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { NotFound } from "./NotFound";

/** A page that could not be shown: why, and a way to try again. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const queries = useQueryErrorResetBoundary();
  const problem = problemOf(error);
  if (problem.status === 404) return <NotFound />;
  const stale = isMissingChunk(error);
  const again = () => {
    if (stale) window.location.reload();
    queries.reset();
    reset();
  };
  return (
    <div role="alert">
      <EmptyState
        title={t("layout.errorTitle")}
        why={stale ? t("layout.newVersion") : wordsOf(problem)}
        action={
          <Button look="filled" onClick={again}>
            {t(stale ? "common.reload" : "common.retry")}
          </Button>
        }
        page
      />
    </div>
  );
}

/** After an update of the server the old page's code is gone; only a reload helps. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed/i.test(error.message)
  );
}
