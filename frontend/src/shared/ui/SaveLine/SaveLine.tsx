import {
  IconAlertCircle,
  IconCloudCheck,
  IconCloudUp,
  IconDeviceMobileCheck,
  IconPencil,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { clockTime, shortMoment } from "../../format";
import type { SaveState } from "./saving";
import classes from "./SaveLine.module.css";

const icons = {
  empty: IconPencil,
  kept: IconDeviceMobileCheck,
  sending: IconCloudUp,
  received: IconCloudCheck,
  refused: IconAlertCircle,
} as const;

interface SaveLineProps {
  state: SaveState;
  /** A link at the right: «2 thay đổi». */
  more?: ReactNode;
}

/** The state of saving, always there, always in words; it never takes the colour of a duty. */
export function SaveLine({ state, more }: SaveLineProps) {
  const { t } = useTranslation();
  const Icon = icons[state.is];
  const words = () => {
    switch (state.is) {
      case "empty":
        return t("part.saveEmpty");
      case "kept":
        return t("part.saveKept");
      case "sending":
        return state.left === undefined
          ? t("part.saveSending")
          : t("part.saveSendingLeft", { left: state.left });
      case "received": {
        if (state.words !== undefined) return state.words;
        const time = state.today === undefined ? clockTime(state.at) : shortMoment(state.at, state.today);
        return state.number === undefined
          ? t("part.saveReceived", { time })
          : t("part.saveReceivedNumber", { time, number: state.number });
      }
      case "refused":
        return state.why;
    }
  };
  return (
    <div className={classes.root} data-is={state.is}>
      <p role="status" className={classes.words}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span>{words()}</span>
      </p>
      {more !== undefined && <span className={classes.more}>{more}</span>}
    </div>
  );
}
