import { useTranslation } from "react-i18next";
import { percent } from "@/shared/format";
import { Panel } from "@/shared/ui/Panel/Panel";
import { Named } from "./Named";
import type { Consolidation, Part } from "./report";

/** What a part of narrative is for, and the facts of the round that one needs while writing it. */
export function PartGuide({ part, consolidation }: { part: Part; consolidation: Consolidation }) {
  const { t } = useTranslation();
  const { owing, agencies, missing, late, exempted, nil } = consolidation;
  const inTime = agencies.filter((one) => one.standing === "on_time" || one.standing === "nil").length;
  return (
    <Panel title={t(`consolidation.part_${part}`)}>
      <p>{t(`consolidation.guide_${part}`)}</p>
      <h3 style={{ margin: "14px 0 4px" }}>{t("consolidation.roundFacts")}</h3>
      <p>
        {t("consolidation.inTime", { inTime, owing })}
        {owing > 0 && ` (${percent((100 * inTime) / owing, 1)})`}
      </p>
      <Named words={t("consolidation.late")} agencies={late} />
      <Named words={t("consolidation.missing")} agencies={missing} />
      <Named words={t("consolidation.exempted")} agencies={exempted} />
      <Named words={t("consolidation.nilAll")} agencies={nil} />
    </Panel>
  );
}
