import { ground } from "./ground";
import { office } from "./office";

/** All English texts, by area. They have the same keys as the Vietnamese. */
export const en = { ...ground, ...office };
