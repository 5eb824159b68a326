import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { vi } from "./vi";

export type Texts = typeof vi;
export type Language = "vi" | "en" | "pseudo";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Texts };
    returnNull: false;
  }
}

const kept = "lantoa-language";

/** The language chosen on this device; Vietnamese when none was. */
export function chosenLanguage(): Language {
  const value = localStorage.getItem(kept);
  return value === "en" || value === "pseudo" ? value : "vi";
}

async function texts(language: Language): Promise<object> {
  if (language === "en") return (await import("./en")).en;
  const { vi } = await import("./vi");
  return language === "pseudo" ? (await import("./pseudo")).pseudo(vi) : vi;
}

/** Fetches the texts of the chosen language and makes them ready; only that language travels. */
export async function startTexts(language: Language = chosenLanguage()): Promise<void> {
  const translation = await texts(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language === "en" ? "en" : "vi";
}

/** Changes the language of this device and of the page without a reload. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", await texts(language));
  await i18next.changeLanguage(language);
  localStorage.setItem(kept, language);
  document.documentElement.lang = language === "en" ? "en" : "vi";
}
