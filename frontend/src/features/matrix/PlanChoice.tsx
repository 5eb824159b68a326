import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Choice } from "@/shared/ui/Choice/Choice";
import { plansQuery } from "./queries";

/** Which plan is looked at; only where there are several to choose from. */
export function PlanChoice({ planId, onChoose }: { planId: string; onChoose: (plan: string) => void }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(plansQuery);
  const plans = data.filter((plan) => plan.state === "issued" || plan.state === "closed");
  if (plans.length < 2) return null;
  return (
    <Choice
      label={t("matrix.plan")}
      value={planId}
      onChange={onChoose}
      choices={plans.map((plan) => ({
        value: plan.id,
        label:
          plan.number === null ? plan.title : t("matrix.planOf", { number: plan.number, year: plan.year }),
      }))}
    />
  );
}
