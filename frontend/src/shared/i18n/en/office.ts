import accounts from "./accounts.json";
import agency from "./agency.json";
import assignment from "./assignment.json";
import consolidation from "./consolidation.json";
import evidence from "./evidence.json";
import figure from "./figure.json";
import home from "./home.json";
import matrix from "./matrix.json";
import overview from "./overview.json";
import plan from "./plan.json";
import planImport from "./planImport.json";
import report from "./report.json";
import review from "./review.json";
import round from "./round.json";
import task from "./task.json";

/** The English texts of the work itself, by area: they travel once someone is signed in. */
export const office = {
  accounts,
  agency,
  assignment,
  consolidation,
  evidence,
  figure,
  home,
  matrix,
  overview,
  plan,
  planImport,
  report,
  review,
  round,
  task,
};
