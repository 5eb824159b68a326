import type { ComponentType } from "react";
import type { Action } from "@/shared/access";
import { paths } from "@/shared/paths";

/** One page: where it stands, which action one must be allowed to open it, and its code, fetched when it is opened. */
export interface PageRow {
  path: string;
  /** Nobody but those who may do this finds the page; without it every signed-in account does. */
  action?: Action;
  page: () => Promise<{ default: ComponentType }>;
}

/** THE TABLE: every page of the office. Adding a page is one line here and one file in app/pages. */
export const table: PageRow[] = [
  { path: paths.home, page: () => import("./pages/HomePage") },
  { path: paths.more, page: () => import("./pages/MorePage") },
];

/** Pages outside the office: no session is asked, and no rail stands beside them. */
export const outside: PageRow[] = [
  { path: paths.signIn, page: () => import("./pages/SignInPage") },
  ...(import.meta.env.DEV || import.meta.env.VITE_PARTS === "on"
    ? [{ path: paths.parts, page: () => import("./pages/PartsPage") }]
    : []),
];
