import { useTranslation } from "react-i18next";
import { changeLanguage } from "../../i18n/i18n";
import classes from "./LanguageSwitch.module.css";

const languages = [
  { code: "vi", name: "Tiếng Việt" },
  { code: "en", name: "English" },
] as const;

/** Vietnamese or English; each language names itself. */
export function LanguageSwitch({ className }: { className?: string | undefined }) {
  const { i18n } = useTranslation();
  return (
    <div className={[classes.root, className].filter(Boolean).join(" ")}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={classes.choice}
          aria-pressed={i18n.language === code}
          onClick={() => void changeLanguage(code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
