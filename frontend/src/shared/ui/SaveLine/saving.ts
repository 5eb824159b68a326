import i18next from "i18next";
import type { Day, Instant } from "../../format";

/** Where what was written lies: nothing yet, on the device, on its way, with the agency, or refused by it. */
export type SaveState =
  | { is: "empty" }
  | { is: "kept" }
  | { is: "sending"; left?: string | undefined }
  | { is: "received"; at: Instant; number?: string | undefined; today?: Day | undefined; words?: string }
  | { is: "refused"; why: string };

/** Where what waits to be sent lies: on its way, on the device, or in this page alone when the device cannot keep it. */
export function waitingState({ sending, unkept }: { sending: boolean; unkept: boolean }): SaveState {
  if (unkept) return { is: "refused", why: i18next.t("part.saveUnkept") };
  return { is: sending ? "sending" : "kept" };
}

/** That the agency did not take what stands in a place, why, and in how many others. */
export function refusedAt(place: string, why: string, others: number): SaveState {
  const first = i18next.t("part.saveRefused", { place, why });
  return {
    is: "refused",
    why: others === 0 ? first : `${first} ${i18next.t("part.saveRefusedMore", { count: others })}`,
  };
}
