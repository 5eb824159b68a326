import { api } from "@/shared/api/client";
import { exactly, writeExact } from "@/shared/api/exact";
import type { components } from "@/shared/api/schema.gen";
import { ifMatch } from "@/shared/api/version";
import { patience } from "@/shared/drafts/calls";
import type { Content, Report } from "./report";

type Body<Name extends keyof components["schemas"]> = components["schemas"][Name];

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
