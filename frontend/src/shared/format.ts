import i18next from "i18next";

/** A calendar day as the API writes it: «2024-11-09». */
export type Day = string;
/** An instant as the API writes it: RFC 3339 with offset. */
export type Instant = string;

/** The zone of every date on the screen, wherever the device stands. */
const zone = "Asia/Ho_Chi_Minh";
const nbsp = "\u00a0";
const msPerDay = 86_400_000;

function locale(): string {
  return i18next.language === "en" ? "en-GB" : "vi-VN";
}

/** The calendar day on which an instant falls in Vietnam. */
export function dayOf(instant: Instant | Date): Day {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(instant));
}

function parts(day: Day): [year: string, month: string, date: string] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [year, month, date];
}

/** «09/11/2024» */
export function dayText(day: Day): string {
  const [year, month, date] = parts(day);
  return `${date}/${month}/${year}`;
}

/** «09/11» inside the year at hand, else with its year: only where the year stands beside. */
export function shortDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayText(day).slice(0, 5) : dayText(day);
}

/** «Thứ Bảy» */
export function weekday(day: Day): string {
  const name = new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" }).format(utc(day));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** «Thứ Tư, 06/11/2024» */
export function longDay(day: Day): string {
  return `${weekday(day)}, ${dayText(day)}`;
}

/** «16:42» in Vietnam */
export function clockTime(instant: Instant): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );
}

/** «16:42, 06/11/2024» */
export function moment(instant: Instant): string {
  return `${clockTime(instant)}, ${dayText(dayOf(instant))}`;
}

/** «16:42» today, «16:42, 06/11/2024» on another day. */
export function shortMoment(instant: Instant, today: Day): string {
  return dayOf(instant) === today ? clockTime(instant) : moment(instant);
}

/** The instant at which a day begins in the office; the exclusive end of «trước ngày …». */
export function startOf(day: Day): Instant {
  return `${day}T00:00:00+07:00`;
}

/** The last day on which one is still on time: for «before 2024-11-10T00:00+07:00» the 9th. */
export function lastGoodDay(dueBefore: Instant): Day {
  return dayOf(new Date(new Date(dueBefore).getTime() - 1));
}

/** «trước ngày 10/11/2024», or with the hour when the deadline is not midnight; the day in other words where `inWords` is given. */
export function before(dueBefore: Instant, inWords = dayText): string {
  const time = clockTime(dueBefore);
  const day = inWords(dayOf(dueBefore));
  return time === "00:00"
    ? i18next.t("time.beforeDay", { day }).replaceAll(` ${day}`, nbsp + day)
    : i18next.t("time.beforeTime", { time, day });
}

/** Whole calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / msPerDay);
}

/** «còn 3 ngày», «hôm nay là ngày cuối», «quá 5 ngày», counted to the last good day. */
export function remaining(lastDay: Day, today: Day): string {
  const days = daysBetween(today, lastDay);
  if (days === 0) return i18next.t("time.leftToday");
  return days > 0 ? i18next.t("time.left", { count: days }) : i18next.t("time.over", { count: -days });
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** «4.586» or «2,5»: a whole or decimal number; an exact decimal may come as text and stays exact. */
export function numberText(value: number | string): string {
  const [whole = "0", fraction] = String(value).split(".");
  const vi = locale() === "vi-VN";
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, vi ? "." : ",");
  return fraction === undefined ? grouped : `${grouped}${vi ? "," : "."}${fraction}`;
}

/** «82 %» with its no-break space. */
export function percent(value: number, places = 0): string {
  return `${numberText(trimmed(value, places))}${nbsp}%`;
}

/** «0,4 MB», counted as the server counts its limits: 1,024 bytes a kB. */
export function fileSize(bytes: number): string {
  return bytes < 100 * 1024
    ? `${numberText(Math.max(1, Math.round(bytes / 1024)))}${nbsp}kB`
    : `${numberText(trimmed(bytes / 1024 ** 2, 1))}${nbsp}MB`;
}

function trimmed(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

/** «Phổ An, Phổ Châu và Phổ Cường» */
export function listText(words: string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? "";
  return `${words.slice(0, -1).join(", ")} ${i18next.t("time.and")} ${last}`;
}

const roman = ["I", "II", "III", "IV"] as const;

/** «I» to «IV» for a quarter from 1 to 4. */
export function quarterText(quarter: number): string {
  return roman[quarter - 1] ?? String(quarter);
}

const collator = new Intl.Collator("vi");

/** Compares two names in the Vietnamese order: a ă â b c d đ e ê … */
export function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
