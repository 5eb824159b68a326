import { IconCamera } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "@/shared/format";
import { Awaiting } from "@/shared/ui/Awaiting/Awaiting";
import { Button } from "@/shared/ui/Button/Button";
import classes from "./Evidence.module.css";
import { FilePicker } from "./FilePicker";
import { attachmentsQuery, type Owner } from "./queries";
import { ReceivedFile } from "./ReceivedFile";
import { useFileBox, useWaitingFiles } from "./useFiles";
import { WaitingFile } from "./WaitingFile";

interface EvidenceProps {
  owner: Owner;
  /** Whether more may be added now. */
  mayAdd: boolean;
  /** «Tệp kèm báo cáo»; none where the place says it. */
  title?: string;
}

/** What is attached: what the office has, what is on its way with how far it is, and a way to add. */
export function Evidence({ owner, mayAdd, title }: EvidenceProps) {
  const { t } = useTranslation();
  const id = useId();
  const files = useFileBox();
  const [adding, setAdding] = useState(false);
  const query = useQuery(attachmentsQuery(owner));
  const waiting = useWaitingFiles(owner.id);
  const received = query.data ?? [];
  if (!mayAdd && !query.isError && received.length + waiting.length === 0) return null;
  return (
    <section aria-labelledby={title === undefined ? undefined : id} className={classes.root}>
      <div className={classes.head}>
        {(title !== undefined || received.length + waiting.length > 0) && (
          <div>
            {title !== undefined && <h2 id={id}>{title}</h2>}
            <p className={classes.count} role="status">
              {query.data !== undefined && (
                <CountLine received={received.length} waiting={waiting.length} size={sizeOf(waiting)} />
              )}
            </p>
          </div>
        )}
        {mayAdd && (
          <Button
            look={title === undefined ? "quiet" : "outline"}
            icon={<IconCamera size={20} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
            aria-haspopup="dialog"
          >
            {t(title === undefined ? "evidence.addFiles" : "evidence.add")}
          </Button>
        )}
      </div>
      <Awaiting query={query} lines={1} />
      {received.length + waiting.length > 0 && (
        <ul className={classes.list}>
          {received.map((file) => (
            <ReceivedFile key={file.id} file={file} owner={owner} />
          ))}
          {waiting.map(({ item, way }) => (
            <WaitingFile key={item.id} file={item} way={way} box={files} />
          ))}
        </ul>
      )}
      {adding && (
        <FilePicker
          verb={(count) => t("evidence.sendCount", { count })}
          onClose={() => setAdding(false)}
          onFiles={(chosen) => files.take(chosen, true, owner, owner.id)}
        />
      )}
    </section>
  );
}

function sizeOf(waiting: { item: { content: ArrayBuffer } }[]): number {
  return waiting.reduce((sum, { item }) => sum + item.content.byteLength, 0);
}

/** «3/4 tệp đã nhận. Còn 1 tệp (0,4 MB), tự gửi khi có mạng.» */
function CountLine({ received, waiting, size }: { received: number; waiting: number; size: number }) {
  const { t } = useTranslation();
  const all = received + waiting;
  if (all === 0) return <>{t("evidence.none")}</>;
  if (waiting === 0) return <>{t("evidence.received", { count: received })}</>;
  return <>{t("evidence.partly", { done: received, all, count: waiting, size: fileSize(size) })}</>;
}

/** How many files the office has, in one line; for the receipt. */
export function EvidenceCount({ owner }: { owner: Owner }) {
  const query = useQuery(attachmentsQuery(owner));
  const waiting = useWaitingFiles(owner.id);
  if (query.data === undefined) return <Awaiting query={query} lines={1} />;
  return <CountLine received={query.data.length} waiting={waiting.length} size={sizeOf(waiting)} />;
}
