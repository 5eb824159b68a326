import type { QueryClient } from "@tanstack/react-query";
import { askAnew } from "@/shared/api/stale";
import { upload } from "@/shared/api/upload";
import { newIdempotencyKey } from "@/shared/api/version";
import { Outbox } from "@/shared/outbox";
import { shrinkPhoto } from "@/shared/photo";
import { type Attachment, attachmentsQuery, type Owner } from "./queries";

/** A file on its way to the office. */
export interface KeptFile {
  id: string;
  /** What it belongs to; null while that itself waits to be sent. */
  owner: Owner | null;
  /** Names what it belongs to as long as the office has given no id. */
  with: string;
  name: string;
  type: string;
  content: ArrayBuffer;
  /** The sender confirmed that there is no state secret in it. */
  confirmed: boolean;
  key: string;
}

/** The files of one account that lie on this device until the office has them. */
export class FileBox extends Outbox<KeptFile> {
  constructor(account: string, cache: QueryClient) {
    super("lantoa-files", account, (file, onProgress) => {
      if (file.owner === null) return false;
      return sendFile(file, file.owner, onProgress, cache);
    });
  }

  /** Keeps files for an owner and sends them; photographs are made smaller first. */
  async take(files: File[], confirmed: boolean, owner: Owner | null, belongs: string): Promise<void> {
    for (const file of files) {
      const small = await shrinkPhoto(file);
      await this.add({
        id: `${Date.now().toString(36).padStart(9, "0")}-${newIdempotencyKey()}`,
        owner,
        with: belongs,
        name: small.name,
        type: small.type,
        content: await small.arrayBuffer(),
        confirmed,
        key: newIdempotencyKey(),
      });
    }
  }

  /** The office has what these files belong to: they may go. */
  async claim(belongs: string, owner: Owner): Promise<void> {
    for (const { item } of this.get())
      if (item.with === belongs)
        await this.change(item.id, (kept) => (kept.owner === null ? { ...kept, owner } : kept));
  }

  /** What these files belong to will never go to the office: nor do they. */
  async drop(belongs: string): Promise<void> {
    for (const { item } of this.get())
      if (item.with === belongs) await this.change(item.id, (kept) => (kept.owner === null ? null : kept));
  }

  /** Tries a file again that was refused. */
  again(file: KeptFile): Promise<void> {
    return this.add({ ...file, key: newIdempotencyKey() });
  }
}

async function sendFile(
  file: KeptFile,
  owner: Owner,
  onProgress: (done: number) => void,
  cache: QueryClient,
): Promise<void> {
  const form = new FormData();
  form.append("owner_kind", owner.kind);
  form.append("owner_id", owner.id);
  form.append("no_secrets_confirmed", String(file.confirmed));
  form.append("file", new File([file.content], file.name, { type: file.type }));
  const received = await upload<Attachment>("/attachments", form, onProgress, file.key);
  const { queryKey } = attachmentsQuery(owner);
  cache.setQueryData(queryKey, (old) => old && [...old, received]);
  void askAnew(cache, { queryKey });
}

let box: FileBox | null = null;

/** The files of this account; another account on the same device has its own. */
export function fileBox(cache: QueryClient, account: string): FileBox {
  if (box?.account !== account) box = new FileBox(account, cache);
  return box;
}
