import {
  IconBuilding,
  IconChecklist,
  IconDots,
  IconFileText,
  IconLayoutGrid,
  IconPencilPlus,
  IconReport,
  IconSunHigh,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Action, Me } from "@/shared/access";
import { paths } from "@/shared/paths";

type Word =
  | "today"
  | "duties"
  | "plans"
  | "follow"
  | "reports"
  | "assignments"
  | "agencies"
  | "accounts"
  | "more";

/** One place of the app in the rail, the bottom bar and «Thêm». */
export interface Place {
  to: string;
  word: Word;
  icon: TablerIcon;
  /** Shown only to those who may do this. */
  action?: Action;
  /** Another address that belongs to this place. */
  also?: string;
  /** Not shown to those who may do this: they have another place for it. */
  unless?: Action;
}

const places: Place[] = [
  { to: paths.home, word: "today", icon: IconSunHigh, action: "consolidation:read" },
  {
    to: paths.home,
    word: "today",
    icon: IconSunHigh,
    action: "account:manage",
    unless: "consolidation:read",
  },
  {
    to: paths.home,
    word: "duties",
    icon: IconChecklist,
    action: "assignment:work",
    unless: "consolidation:read",
  },
  {
    to: paths.reports,
    word: "reports",
    icon: IconReport,
    action: "report:write",
    unless: "consolidation:read",
  },
  {
    to: paths.assignments,
    word: "assignments",
    icon: IconPencilPlus,
    action: "assignment:work",
    unless: "consolidation:read",
  },
  { to: paths.plans, word: "plans", icon: IconFileText, action: "plan:read" },
  { to: paths.follow, word: "follow", icon: IconLayoutGrid, action: "consolidation:read" },
  { to: paths.rounds, word: "reports", icon: IconReport, action: "consolidation:read", also: paths.review },
  { to: paths.assignments, word: "assignments", icon: IconPencilPlus, action: "consolidation:write" },
  { to: paths.agencies, word: "agencies", icon: IconBuilding, action: "group:members" },
  { to: paths.accounts, word: "accounts", icon: IconUsers, action: "account:manage" },
];

/** How many places the bar at a phone's foot holds beside «Thêm». */
export const barRoom = 4;

/** The last place, always there: what else there is, and the settings of the device. */
export const more: Place = { to: paths.more, word: "more", icon: IconDots };

/** The places this account may go to, in the rail's order. */
export function placesOf(me: Me): Place[] {
  return places.filter(
    ({ action, unless }) =>
      (action === undefined || me.may.includes(action)) && (unless === undefined || !me.may.includes(unless)),
  );
}

/** The place under which an address lies. */
export function isHere(place: Place, pathname: string): boolean {
  if (place.to === "/") return pathname === "/";
  const lies = (under: string) => pathname === under || pathname.startsWith(`${under}/`);
  return lies(place.to) || (place.also !== undefined && lies(place.also));
}
