import { api } from "@/shared/api/client";
import { exactly, writeExact } from "@/shared/api/exact";
import type { components } from "@/shared/api/schema.gen";
import { ifMatch } from "@/shared/api/version";
import type { Content, Report } from "./report";

/** How long an answer is waited for, in milliseconds: a phone that lost its network in between may never hear one. */
const patience = 45_000;

type Body<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** Fetches a report as the office has it. Throws the problem. */
export async function readReport(id: string): Promise<Report> {
  return exactly<Report>(await api.GET("/reports/{id}", { params: { path: { id } }, parseAs: "text" }));
}

/** Saves places of a draft by a merge patch made from this version. Throws the problem. */
export async function saveReport(id: string, version: number, patch: object): Promise<Report> {
  return exactly<Report>(
    await api.PATCH("/reports/{id}", {
      params: { path: { id }, header: { "If-Match": ifMatch(version) } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body: patch as Record<string, never>,
      bodySerializer: writeExact,
      parseAs: "text",
      signal: AbortSignal.timeout(patience),
    }),
  );
}

/** One try to hand in: the same key and content again are taken for the same handing-in. */
export interface HandingIn {
  key: string;
  /** The version that was read when it was decided. */
  version: number;
  content: Content;
}

/** Hands a report in with its content in one request; the answer carries the receipt. Throws the problem. */
export async function submitReport(id: string, { key, version, content }: HandingIn): Promise<Report> {
  return exactly<Report>(
    await api.POST("/reports/{id}/submit", {
      params: { path: { id }, header: { "If-Match": ifMatch(version), "Idempotency-Key": key } },
      body: { content: content as unknown as Body<"ReportContent"> },
      bodySerializer: writeExact,
      parseAs: "text",
      signal: AbortSignal.timeout(patience),
    }),
  );
}
