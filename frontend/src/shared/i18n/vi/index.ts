import { ground } from "./ground";
import { office } from "./office";

/** All Vietnamese texts, by area. Their keys are the type of every key. */
export const vi = { ...ground, ...office };
