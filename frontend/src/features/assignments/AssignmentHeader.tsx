import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { assignmentQuery } from "./queries";

/** Which task it is, and the agency's part in it. */
export function AssignmentHeader({ id }: { id: string }) {
  const { t } = useTranslation();
  const { agency } = useMe();
  const { data: assignment } = useSuspenseQuery(assignmentQuery(id));
  const part = t(assignment.part === "lead" ? "assignment.lead" : "assignment.coordinate").toLowerCase();
  const caption = t("assignment.caption", { ordinal: assignment.task.ordinal, part });
  const whose = assignment.agency_id === agency.id ? "" : `${assignment.agency} · `;
  return <PageHeader caption={whose + caption} title={assignment.task.title} />;
}
