import { Parts } from "../parts/Parts";

/** Every part of the interface on one page; in development and in the browser tests only. */
export default function PartsPage() {
  return <Parts />;
}
