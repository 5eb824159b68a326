import { useTranslation } from "react-i18next";
import { useDutyCount, Work } from "@/features/overview/Work";
import { useToday } from "@/shared/access";
import { longDay } from "@/shared/format";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { WaitingBar } from "./WaitingBar";

/** The home of an office that works and reports: what it has to do, nearest first. */
export default function WorkHome() {
  const { t } = useTranslation();
  const today = useToday();
  const count = useDutyCount();
  return (
    <>
      <WaitingBar />
      <Page>
        <PageHeader
          home
          caption={longDay(today)}
          title={count === 0 ? t("overview.noDuties") : t("overview.duties", { count })}
        />
        <Work />
      </Page>
    </>
  );
}
