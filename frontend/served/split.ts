import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

const source = (file: string) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** What opens the first page: the start, the front door, its words. */
export const firstPage = ["main.tsx", "app/pages/SignInPage.tsx", "shared/i18n/vi/ground.ts"].map(source);
/** What every page of the office stands in. */
export const officeFrame = ["app/layout/Layout.tsx", "shared/i18n/vi/office.ts"].map(source);

/**
 * The code travels in few files: one for the first page, one for the frame of the office, each with all that it uses, one for
 * what several pages share, and the page's own. Left to itself the bundler makes a file of every set of pages that share
 * something: a page then fetches fifty, and on a phone's network each costs a round trip.
 */
export const groups: Rolldown.CodeSplittingGroup[] = [
  { name: "first", test: (id) => firstPage.includes(id), priority: 2 },
  { name: "office", test: (id) => officeFrame.includes(id), priority: 1 },
  { name: "common", minShareCount: 4 },
];
