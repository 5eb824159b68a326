import { useTranslation } from "react-i18next";
import { AgencyList } from "@/features/agencies/AgencyList";
import { GroupList } from "@/features/agencies/GroupList";
import { paths, withFilters } from "@/shared/paths";
import { useFilters } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Tabs } from "@/shared/ui/Tabs/Tabs";

/** Agencies, and the groups that plans name. */
export default function AgenciesPage() {
  const { t } = useTranslation();
  const [filters] = useFilters();
  const groups = filters["face"] === "groups";
  return (
    <Page>
      <PageHeader title={t("agency.agencies")} sentence={t("agency.sentence")} />
      <Tabs
        label={t("agency.faces")}
        tabs={[
          { to: paths.agencies, words: t("agency.agencies"), on: !groups },
          { to: withFilters(paths.agencies, { face: "groups" }), words: t("agency.groups"), on: groups },
        ]}
      />
      <div style={{ marginTop: "var(--lt-s4)" }}>{groups ? <GroupList /> : <AgencyList />}</div>
    </Page>
  );
}
