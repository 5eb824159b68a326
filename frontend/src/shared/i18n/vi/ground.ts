import common from "./common.json";
import layout from "./layout.json";
import part from "./part.json";
import problem from "./problem.json";
import session from "./session.json";
import state from "./state.json";
import time from "./time.json";

/** The Vietnamese texts of the front door and of every frame: they travel first. */
export const ground = {
  common,
  layout,
  part,
  problem,
  session,
  state,
  time,
};
