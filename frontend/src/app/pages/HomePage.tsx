import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useMe } from "@/shared/access";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import AdminHome from "./AdminHome";
import LeaderHome from "./LeaderHome";
import OfficeHome from "./OfficeHome";
import WorkHome from "./WorkHome";

/** What one sees first, by what one may do; the first that fits. */
const homes: { action: Action; unless?: Action; home: ComponentType }[] = [
  { action: "consolidation:review", home: LeaderHome },
  { action: "report:review", home: OfficeHome },
  { action: "assignment:work", unless: "consolidation:read", home: WorkHome },
  { action: "account:manage", home: AdminHome },
];

/** The first page after signing in. */
export default function HomePage() {
  const { t } = useTranslation();
  const { may, agency } = useMe();
  const found = homes.find(
    ({ action, unless }) => may.includes(action) && (unless === undefined || !may.includes(unless)),
  );
  if (found !== undefined) return <found.home />;
  return (
    <Page>
      <PageHeader home caption={agency.name} title={t("layout.today")} />
    </Page>
  );
}
