/**
 * What we use of react-i18next, typed by a plain union of our keys. Its own types walk the whole catalogue at every call: over a
 * thousand texts that is slow, and TypeScript gives up (TS2589). tsconfig.json points the types here; the code is the package's.
 */
import type { i18n } from "i18next";
import type { ReactElement, ReactNode } from "react";
import type { TextKey } from "./keys";

type Values = Record<string, unknown>;

export function useTranslation(): { t: (key: TextKey, values?: Values) => string; i18n: i18n };

export function Trans(props: {
  i18nKey: TextKey;
  values?: Values | undefined;
  count?: number | undefined;
  components?: Record<string, ReactElement>;
}): ReactNode;

export const initReactI18next: { type: "3rdParty"; init: (instance: i18n) => void };
