import { useTranslation } from "react-i18next";
import { english, type Marks, vietnamese } from "./number";

/** The marks of numbers in the language of the screen. */
export function useMarks(): Marks {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? english : vietnamese;
}
