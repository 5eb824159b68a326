import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import { askAnew } from "@/shared/api/stale";
import { onVersion } from "@/shared/api/version";

/** A file that the office has. */
export type Attachment = components["schemas"]["Attachment"];

/** What files are attached to. */
export interface Owner {
  kind: Attachment["owner_kind"];
  id: string;
}

/** What is attached to an owner, the oldest first; kept on the device. */
export function attachmentsQuery({ kind, id }: Owner) {
  const query = { owner_kind: kind, owner_id: id };
  return queryOptions({
    ...everyQuery("/attachments", query, (paging) =>
      api.GET("/attachments", { params: { query: { ...query, ...paging } } }),
    ),
    meta: { keep: true },
  });
}

/** Takes a file away. */
export function useRemoveAttachment(owner: Owner) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: Attachment) => {
      const { error } = await api.DELETE("/attachments/{id}", onVersion(file));
      if (error !== undefined) throw error as unknown;
    },
    onSettled: () => askAnew(cache, { queryKey: attachmentsQuery(owner).queryKey }),
  });
}
