import { useState } from "react";
import { FigureField } from "@/shared/ui/FigureField/FigureField";
import { blankFigure, type Figure } from "@/shared/ui/FigureField/figure";
import classes from "./Parts.module.css";

const one = (value: string): Figure => ({ nil: false, quantities: [{ value, qualifier: "" }] });

/** A figure's field: given, blank, zero, nil, a pair, wrong, and only to read. */
export function FigureParts() {
  const [given, setGiven] = useState(one("4680"));
  const [blank, setBlank] = useState(blankFigure());
  const [zero, setZero] = useState(one("0"));
  const [nil, setNil] = useState<Figure>({ ...blankFigure(), nil: true });
  const [missing, setMissing] = useState(blankFigure());
  const [pair, setPair] = useState<Figure>({
    nil: false,
    quantities: [
      { value: "18", qualifier: "" },
      { value: "1250", qualifier: "more_than" },
    ],
  });
  return (
    <div className={classes.grid}>
      <FigureField label="Tổng thời lượng phát" units={["phút"]} figure={given} onChange={setGiven} />
      <FigureField
        label="Buổi phát trên đài truyền thanh"
        units={["buổi"]}
        figure={blank}
        onChange={setBlank}
      />
      <FigureField label="Tin, bài phản bác" units={["tin, bài"]} figure={zero} onChange={setZero} />
      <FigureField label="Màn hình Led" units={["lượt"]} figure={nil} onChange={setNil} />
      <FigureField
        label="Tuyên truyền miệng"
        units={["cuộc", "lượt người"]}
        figure={pair}
        onChange={setPair}
      />
      <FigureField
        label="Băng rôn, pano treo mới"
        units={["chiếc"]}
        figure={missing}
        onChange={setMissing}
        error="Chưa nhập. Nhập một số hoặc chọn Không phát sinh."
      />
      <FigureField
        label="Văn bản chỉ đạo"
        units={["văn bản"]}
        figure={one("12")}
        onChange={() => undefined}
        readOnly
      />
    </div>
  );
}
