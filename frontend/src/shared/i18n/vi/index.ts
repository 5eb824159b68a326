import accounts from "./accounts.json";
import agency from "./agency.json";
import assignment from "./assignment.json";
import common from "./common.json";
import consolidation from "./consolidation.json";
import evidence from "./evidence.json";
import figure from "./figure.json";
import layout from "./layout.json";
import matrix from "./matrix.json";
import overview from "./overview.json";
import part from "./part.json";
import parts from "./parts.json";
import plan from "./plan.json";
import planImport from "./planImport.json";
import problem from "./problem.json";
import report from "./report.json";
import review from "./review.json";
import round from "./round.json";
import session from "./session.json";
import state from "./state.json";
import task from "./task.json";
import time from "./time.json";

/** All Vietnamese texts, by area; their keys are the type of every key. */
export const vi = {
  accounts,
  agency,
  assignment,
  common,
  consolidation,
  evidence,
  figure,
  layout,
  matrix,
  overview,
  part,
  parts,
  plan,
  planImport,
  problem,
  report,
  review,
  round,
  session,
  state,
  task,
  time,
};
