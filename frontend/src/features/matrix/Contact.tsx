import { useQuery } from "@tanstack/react-query";
import { IconMail, IconPhone } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import classes from "./Panels.module.css";
import { agencyQuery } from "./queries";

/** How to reach an agency: call, write; or that neither is known. */
export function Contact({ agencyId }: { agencyId: string }) {
  const { t } = useTranslation();
  const { data: agency, isPending } = useQuery(agencyQuery(agencyId));
  return (
    <section className={classes.part} aria-labelledby="contact">
      <h3 id="contact">{t("matrix.contact")}</h3>
      {isPending && <Skeleton lines={1} />}
      {agency !== undefined && (
        <div className={classes.row}>
          {agency.phone !== "" && (
            <Button
              to={`tel:${agency.phone.replaceAll(" ", "")}`}
              icon={<IconPhone size={18} stroke={1.75} aria-hidden />}
            >
              {t("matrix.call", { phone: agency.phone })}
            </Button>
          )}
          {agency.email !== "" && (
            <Button to={`mailto:${agency.email}`} icon={<IconMail size={18} stroke={1.75} aria-hidden />}>
              {t("matrix.write", { email: agency.email })}
            </Button>
          )}
          {agency.phone === "" && agency.email === "" && <p className="cap">{t("matrix.noContact")}</p>}
        </div>
      )}
    </section>
  );
}
