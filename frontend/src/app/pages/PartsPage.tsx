import { openOfficeTexts } from "@/shared/i18n/i18n";
import { Parts } from "../parts/Parts";

await openOfficeTexts();

/** Every part of the interface on one page; in development and in the browser tests only. */
export default function PartsPage() {
  return <Parts />;
}
