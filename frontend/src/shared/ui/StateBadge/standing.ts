import i18next from "i18next";

/** How a duty stands, in the API's words; «returned» comes from a report's state and stands beside the others. */
export type Standing =
  | "upcoming"
  | "due_soon"
  | "overdue"
  | "missing"
  | "on_time"
  | "late"
  | "no_deadline"
  | "awaiting"
  | "exempted"
  | "nil"
  | "returned";

/** The ten signs and colours; «missing» is a report's «overdue». */
export type Look =
  | "upcoming"
  | "soon"
  | "overdue"
  | "ontime"
  | "late"
  | "open"
  | "await"
  | "exempt"
  | "nil"
  | "returned";

export const looks: Record<Standing, Look> = {
  upcoming: "upcoming",
  due_soon: "soon",
  overdue: "overdue",
  missing: "overdue",
  on_time: "ontime",
  late: "late",
  no_deadline: "open",
  awaiting: "await",
  exempted: "exempt",
  nil: "nil",
  returned: "returned",
};

/** Every standing, in the order of the legend. */
export const standings = Object.keys(looks) as Standing[];

/**
 * The words of a standing. With days it says how many: «Còn 3 ngày», «Quá 5 ngày», «Trễ 2 ngày»; short gives the word for a
 * narrow cell: «Đúng hạn».
 */
export function standingWords(
  standing: Standing,
  given: { days?: number | undefined; short?: boolean } = {},
): string {
  const { days, short } = given;
  if (
    days !== undefined &&
    (standing === "due_soon" || standing === "overdue" || standing === "missing" || standing === "late")
  ) {
    if (standing === "due_soon" && days === 0) return i18next.t("state.todayLast");
    if (days > 0) return i18next.t(`state.days_${standing}`, { count: days });
  }
  if (short === true && (standing === "on_time" || standing === "late"))
    return i18next.t(`state.short_${standing}`);
  return i18next.t(`state.${standing}`);
}
