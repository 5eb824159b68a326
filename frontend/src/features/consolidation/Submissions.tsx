import { percent } from "@/shared/format";
import type { Consolidation, Handing } from "./report";

/** How the reports came in, as the document tells it: how many in time, and by name whoever stands otherwise. */
export function Submissions({ consolidation }: { consolidation: Consolidation }) {
  const { owing, agencies, late, missing, exempted } = consolidation;
  const inTime = agencies.filter((one) => one.standing === "on_time" || one.standing === "nil").length;
  const rate = owing > 0 ? ` Tỷ lệ nộp đúng hạn đạt ${percent((100 * inTime) / owing, 1)}.` : "";
  return (
    <>
      <p>
        Có {owing} cơ quan, đơn vị phải báo cáo; đã nộp {inTime + late.length}, trong đó đúng hạn {inTime},
        trễ hạn {late.length}; chưa nộp {owing - inTime - late.length}.{rate}
      </p>
      <Named words="Trễ hạn" agencies={late} told={(one) => `${one.agency} (trễ ${one.days_late} ngày)`} />
      <Named words="Chưa nộp" agencies={missing} told={(one) => one.agency} />
      <Named
        words="Được miễn"
        agencies={exempted}
        told={(one) => (one.exempt_reason === null ? one.agency : `${one.agency} (${one.exempt_reason})`)}
      />
    </>
  );
}

interface NamedProps {
  words: string;
  agencies: Handing[];
  told: (one: Handing) => string;
}

function Named({ words, agencies, told }: NamedProps) {
  if (agencies.length === 0) return null;
  return (
    <p>
      - {words}: {agencies.map(told).join("; ")}.
    </p>
  );
}
