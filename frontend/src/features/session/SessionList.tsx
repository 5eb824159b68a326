import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { $api } from "@/shared/api/client";
import { nowStale } from "@/shared/api/stale";
import { shortMoment } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { toast } from "@/shared/ui/Toast/toasts";

/** Where this account is signed in; a device that one does not know is put out here. */
export function SessionList() {
  const { t } = useTranslation();
  const today = useToday();
  const cache = useQueryClient();
  const { data } = useSuspenseQuery($api.queryOptions("get", "/sessions"));
  const end = $api.useMutation("delete", "/sessions/{id}", {
    onSuccess: () => {
      toast(t("session.endedSession"));
      nowStale(cache, "/sessions");
    },
  });
  return (
    <DataTable
      label={t("session.sessionsTitle")}
      rows={data.items}
      keyOf={(session) => session.id}
      empty={null}
      columns={[
        {
          key: "device",
          head: t("session.sessionDevice"),
          phone: "title",
          cell: (session) => (session.device === "" ? t("session.unknownDevice") : session.device),
        },
        {
          key: "created",
          head: t("session.sessionStarted"),
          cell: (session) => shortMoment(session.created_at, today),
        },
        {
          key: "used",
          head: t("session.sessionSeen"),
          cell: (session) => shortMoment(session.used_at, today),
        },
        {
          key: "end",
          head: "",
          cell: (session) =>
            session.current ? (
              <b>{t("session.sessionHere")}</b>
            ) : (
              <Button
                size="small"
                look="warn"
                busy={end.isPending && end.variables.params.path.id === session.id}
                onClick={() => end.mutate({ params: { path: { id: session.id } } })}
              >
                {t("session.endSession")}
              </Button>
            ),
        },
      ]}
    />
  );
}
