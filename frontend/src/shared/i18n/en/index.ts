import common from "./common.json";
import layout from "./layout.json";
import problem from "./problem.json";
import session from "./session.json";

/** All English texts, by area: the same keys as the Vietnamese. */
export const en = { common, layout, problem, session };
