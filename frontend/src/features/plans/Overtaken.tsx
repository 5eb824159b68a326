import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import type { Plan } from "./plan";
import { planQuery } from "./queries";

interface OvertakenProps {
  id: string;
  /** One's own draft over the newest one. */
  onMine: (newest: Plan) => void;
  /** The newest one in place of one's own. */
  onTheirs: (newest: Plan) => void;
  onClose: () => void;
}

/** A colleague saved the same draft meanwhile: one chooses whose stays. */
export function Overtaken({ id, onMine, onTheirs, onClose }: OvertakenProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const newest = useMutation({ mutationFn: () => cache.query({ ...planQuery(id), staleTime: 0 }) });
  const then = (choose: (now: Plan) => void) => () => newest.mutate(undefined, { onSuccess: choose });
  return (
    <Dialog
      title={t("plan.overtaken")}
      onClose={onClose}
      actions={
        <>
          <Button busy={newest.isPending} onClick={then(onTheirs)}>
            {t("plan.takeTheirs")}
          </Button>
          <Button look="filled" busy={newest.isPending} onClick={then(onMine)}>
            {t("plan.keepMine")}
          </Button>
        </>
      }
    >
      {newest.error !== null && <ErrorSummary lines={[{ words: wordsOf(problemOf(newest.error)) }]} />}
      <p>{t("plan.overtakenWhy")}</p>
    </Dialog>
  );
}
