import common from "./common.json";
import layout from "./layout.json";
import problem from "./problem.json";
import session from "./session.json";

/** All Vietnamese texts, by area; their keys are the type of every key. */
export const vi = { common, layout, problem, session };
