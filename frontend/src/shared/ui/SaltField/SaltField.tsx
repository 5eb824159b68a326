import { many } from "../../many";
import { Link } from "../Link/Link";
import { StateGlyph } from "../StateBadge/StateGlyph";
import { looks, type Standing, standings, standingWords } from "../StateBadge/standing";
import classes from "./SaltField.module.css";

interface SaltPane {
  key: string;
  name: string;
  standing: Standing;
  /** Another sign than the standing's: «đang trả lại»; the legend still counts the standing. */
  sign?: Standing | undefined;
  days?: number | undefined;
  /** Where its record opens. */
  to: string;
}

interface SaltFieldProps {
  groups: { name: string; panes: SaltPane[] }[];
  /** The list of one standing: where a legend's number leads. */
  toStanding: (standing: Standing) => string;
}

function wordsOf({ name, standing, sign, days }: SaltPane): string {
  return `${name}: ${standingWords(sign ?? standing, { days, short: true })}`;
}

/**
 * The salt field: one small pane for each agency, its sign inside, each opens its record; under it the legend with counts. Where
 * they are too many to be told apart, the counts stand alone.
 */
export function SaltField({ groups, toStanding }: SaltFieldProps) {
  const all = groups.flatMap((group) => group.panes);
  const counts = standings
    .map((standing) => ({ standing, count: all.filter((pane) => pane.standing === standing).length }))
    .filter(({ count }) => count > 0);
  return (
    <div>
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3 className={classes.name}>
            {group.panes.length} {group.name}
          </h3>
          {all.length <= many && <Panes panes={group.panes} />}
        </section>
      ))}
      <ul className={classes.legend}>
        {counts.map(({ standing, count }) => (
          <li key={standing}>
            <Link to={toStanding(standing)} className={classes.entry} data-look={looks[standing]}>
              <StateGlyph standing={standing} />
              <span>{standingWords(standing, { short: true })}</span>
              <b className="num">{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Panes({ panes }: { panes: SaltPane[] }) {
  return (
    <ul className={classes.field}>
      {panes.map((pane) => (
        <li key={pane.key}>
          <Link
            to={pane.to}
            className={classes.pane}
            data-look={looks[pane.sign ?? pane.standing]}
            title={wordsOf(pane)}
          >
            <StateGlyph standing={pane.sign ?? pane.standing} />
            <span className="sr">{wordsOf(pane)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
