import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "@/shared/format";
import { Awaiting } from "@/shared/ui/Awaiting/Awaiting";
import { useWaitingUpdates } from "./box";
import type { FilePlaces } from "./files";
import { type Assignment, type UpdateInput, updatesQuery } from "./queries";
import classes from "./Updates.module.css";
import { WaitingUpdate } from "./WaitingUpdate";

interface UpdatesProps {
  assignment: Assignment;
  files: Pick<FilePlaces, "ofUpdate" | "ofDraft" | "ofWaiting">;
}

/** What was done, the newest first; what still lies on this device stands above. */
export function Updates({ assignment, files }: UpdatesProps) {
  const { t } = useTranslation();
  const id = useId();
  const query = useQuery(updatesQuery(assignment.id));
  const { data } = query;
  const waiting = useWaitingUpdates(assignment.id);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {t("assignment.updates")}
      </h2>
      <Awaiting query={query} />
      {data?.length === 0 && waiting.length === 0 && (
        <p className={classes.none}>{t("assignment.noUpdatesYet")}</p>
      )}
      <ol className={classes.list} aria-labelledby={id}>
        {waiting.map(({ item, way }) => (
          <li key={item.id}>
            <WaitingUpdate
              update={item}
              way={way}
              mayCorrect={assignment.allowed_actions.includes("update")}
              files={files}
            />
          </li>
        ))}
        {data?.map((update) => (
          <li key={update.id}>
            <UpdateWords update={update} />
            {files.ofUpdate(update)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A day's work to read. */
export function UpdateWords({ update }: { update: UpdateInput }) {
  return (
    <>
      <p className={classes.day}>{dayText(update.done_on)}</p>
      <p className={classes.text}>{update.text}</p>
      {update.links.length > 0 && (
        <ul className={classes.linkList}>
          {update.links.map((link) => (
            <li key={link.url + link.title}>
              <a href={link.url} target="_blank" rel="noopener noreferrer">
                {link.title === "" ? link.url : link.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
