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
  { path: paths.assignments, action: "assignment:read", page: () => import("./pages/AssignmentListPage") },
  { path: paths.assignment, action: "assignment:read", page: () => import("./pages/AssignmentPage") },
  { path: paths.reports, action: "report:read", page: () => import("./pages/ReportListPage") },
  { path: paths.report, action: "report:read", page: () => import("./pages/ReportPage") },
  { path: paths.reportSection, action: "report:write", page: () => import("./pages/ReportSectionPage") },
  { path: paths.reportGoOn, action: "report:write", page: () => import("./pages/ReportGoOnPage") },
  { path: paths.reportCheck, action: "report:write", page: () => import("./pages/ReportCheckPage") },
  { path: paths.reportReceipt, action: "report:read", page: () => import("./pages/ReportReceiptPage") },
  { path: paths.follow, action: "consolidation:read", page: () => import("./pages/FollowPage") },
  { path: paths.review, action: "consolidation:read", page: () => import("./pages/ReviewPage") },
  { path: paths.reviewReport, action: "consolidation:read", page: () => import("./pages/ReviewReportPage") },
  { path: paths.rounds, action: "consolidation:read", page: () => import("./pages/RoundsPage") },
  { path: paths.round, action: "consolidation:read", page: () => import("./pages/RoundPage") },
  {
    path: paths.consolidation,
    action: "consolidation:read",
    page: () => import("./pages/ConsolidationPage"),
  },
  { path: paths.plans, action: "plan:read", page: () => import("./pages/PlansPage") },
  { path: paths.planNew, action: "plan:write", page: () => import("./pages/PlanNewPage") },
  { path: paths.planImport, action: "plan:write", page: () => import("./pages/PlanImportPage") },
  { path: paths.plan, action: "plan:read", page: () => import("./pages/PlanPage") },
  { path: paths.planEdit, action: "plan:write", page: () => import("./pages/PlanEditPage") },
  { path: paths.agencies, action: "agency:read", page: () => import("./pages/AgenciesPage") },
  { path: paths.accounts, action: "account:manage", page: () => import("./pages/AccountsPage") },
  { path: paths.more, page: () => import("./pages/MorePage") },
  { path: paths.password, page: () => import("./pages/PasswordPage") },
  { path: paths.sessions, page: () => import("./pages/SessionsPage") },
];

/** Pages outside the office: no session is asked, and no rail stands beside them. */
export const outside: PageRow[] = [
  { path: paths.signIn, page: () => import("./pages/SignInPage") },
  { path: paths.firstPassword, page: () => import("./pages/FirstPasswordPage") },
  ...(import.meta.env.DEV || import.meta.env.VITE_PARTS === "on"
    ? [{ path: paths.parts, page: () => import("./pages/PartsPage") }]
    : []),
];
