import { IconArrowBackUp, IconMessagePlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import type { Remark } from "./report";
import classes from "./Remarks.module.css";

/** The reviewer's words of the last return, at their place. */
export function PastRemarks({ remarks }: { remarks: Remark[] }) {
  const { t } = useTranslation();
  return remarks.map((remark) => (
    <p key={remark.text} className={classes.past}>
      <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
      <span>
        <span className="sr">{t("review.pastRemark")} </span>
        {remark.text}
      </span>
    </p>
  ));
}

interface NewRemarkProps {
  /** What it is about: the section's or the figure's name. */
  about: string;
  value: string;
  onChange: (value: string) => void;
}

/** A place where the reviewer may say what is to be corrected; closed until it is wanted. */
export function NewRemark({ about, value, onChange }: NewRemarkProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) place.current?.querySelector("textarea")?.focus();
  }, [open]);
  if (!open && value === "")
    return (
      <div className={classes.new}>
        <Button
          size="small"
          look="warn"
          icon={<IconMessagePlus size={16} stroke={1.75} aria-hidden />}
          aria-label={t("review.remarkAbout", { about })}
          onClick={() => setOpen(true)}
        >
          {t("review.remark")}
        </Button>
      </div>
    );
  return (
    <div ref={place} className={classes.new}>
      <TextArea label={t("review.remarkAbout", { about })} value={value} onChange={onChange} rows={2} />
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          onChange("");
          setOpen(false);
        }}
      >
        {t("review.dropRemark")}
      </Button>
    </div>
  );
}
