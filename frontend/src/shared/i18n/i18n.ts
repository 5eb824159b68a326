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
const bundle = "translation";
let officeToo = false;

/** The language chosen on this device; Vietnamese when none was. */
export function chosenLanguage(): Language {
  try {
    const value = localStorage.getItem(kept);
    return value === "en" || value === "pseudo" ? value : "vi";
  } catch {
    return "vi"; // a browser that blocks its storage remembers no choice
  }
}

/** Fetches the texts of the front door in the chosen language; only that language travels. */
export async function startTexts(language: Language = chosenLanguage()): Promise<void> {
  const translation = await groundOf(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { [bundle]: translation } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  nameLanguage(language);
}

/** Fetches the texts of the work itself; called before the first page of the office opens. */
export async function openOfficeTexts(): Promise<void> {
  if (officeToo) return;
  const language = i18next.language as Language;
  i18next.addResourceBundle(language, bundle, await officeOf(language), true, true);
  officeToo = true;
}

/** Changes the language of this device and of the page without a reload. */
export async function changeLanguage(language: Language): Promise<void> {
  const office = officeToo ? await officeOf(language) : {};
  i18next.addResourceBundle(language, bundle, { ...(await groundOf(language)), ...office }, true, true);
  await i18next.changeLanguage(language);
  try {
    localStorage.setItem(kept, language);
  } catch {
    // as above: the choice holds until the page is left
  }
  nameLanguage(language);
}

function nameLanguage(language: Language): void {
  document.documentElement.lang = language === "en" ? "en" : "vi";
}

async function groundOf(language: Language): Promise<object> {
  if (language === "en") return (await import("./en/ground")).ground;
  const { ground } = await import("./vi/ground");
  return language === "pseudo" ? (await import("./pseudo")).pseudo(ground) : ground;
}

async function officeOf(language: Language): Promise<object> {
  if (language === "en") return (await import("./en/office")).office;
  const { office } = await import("./vi/office");
  return language === "pseudo" ? (await import("./pseudo")).pseudo(office) : office;
}
