import { IconLink, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { TextField } from "@/shared/ui/Fields/TextField";
import { IconButton } from "@/shared/ui/IconButton/IconButton";
import classes from "./Updates.module.css";

/** An address under which the work can be seen, as it is written. */
export interface LinkDraft {
  url: string;
  title: string;
}

const most = 20;

/** Addresses under which the work can be seen: an article, a page, a recording. */
export function LinksField({
  links,
  onChange,
}: {
  links: LinkDraft[];
  onChange: (links: LinkDraft[]) => void;
}) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<LinkDraft>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...change } : link)));
  return (
    <div className={classes.links}>
      {links.map((link, at) => (
        // A link has no identity here but its place.
        <fieldset key={at} className={classes.link}>
          <legend className="sr">{t("assignment.linkOf", { at: at + 1 })}</legend>
          <TextField
            name={`links/${at}/url`}
            label={t("assignment.linkUrl")}
            type="url"
            inputMode="url"
            autoCapitalize="none"
            placeholder="https://"
            maxLength={2000}
            value={link.url}
            onChange={(url) => put(at, { url })}
          />
          <TextField
            name={`links/${at}/title`}
            label={t("assignment.linkTitle")}
            optional
            maxLength={500}
            value={link.title}
            onChange={(title) => put(at, { title })}
          />
          <IconButton
            label={t("assignment.linkDrop", { at: at + 1 })}
            onClick={() => onChange(links.filter((_, index) => index !== at))}
          >
            <IconX size={20} stroke={1.75} aria-hidden />
          </IconButton>
        </fieldset>
      ))}
      {links.length < most && (
        <div>
          <Button
            icon={<IconLink size={20} stroke={1.75} aria-hidden />}
            onClick={() => onChange([...links, { url: "", title: "" }])}
          >
            {t("assignment.addLink")}
          </Button>
        </div>
      )}
    </div>
  );
}
