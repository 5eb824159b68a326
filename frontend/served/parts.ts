import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

type Group = Rolldown.CodeSplittingGroup;
type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1];

const source = (file: string) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** What opens the first page: the start, the front door, its words. */
export const first = ["main.tsx", "app/pages/SignInPage.tsx", "shared/i18n/vi/ground.ts"].map(source);
/** What every page of the office stands in. */
export const office = ["app/layout/Layout.tsx", "shared/i18n/vi/office.ts"].map(source);

/** How many pages must share a module before it travels with all of them. */
const many = 3;

/**
 * The code travels in few files: one for the first page, one for the frame of the office, one of what many pages share, and the
 * page's own. Left to itself the bundler makes a file of every set of pages that share something: a page then fetches fifty,
 * and on a phone's network each costs its way there and back.
 */
export const parts: Group[] = [
  { name: within("first", first), priority: 2 },
  { name: within("office", office), priority: 1 },
  { name: "common", minShareCount: many },
];

/** Names a part for all that some modules bring along. */
function within(name: string, roots: string[]): Rolldown.CodeSplittingNameFunction {
  const reached = new Set<string>();
  const walk = (id: string, modules: Modules) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) walk(imported, modules);
  };
  return (id, modules) => {
    for (const root of roots) walk(root, modules);
    return reached.has(id) ? name : null;
  };
}
