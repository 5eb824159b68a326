import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/access";
import { byName } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { CheckList } from "@/shared/ui/CheckList/CheckList";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Panel } from "@/shared/ui/Panel/Panel";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { Segmented } from "@/shared/ui/Segmented/Segmented";
import classes from "./AgencyForm.module.css";
import list from "./AgencyList.module.css";
import { isKnownKind, kinds } from "./kinds";
import { type Agency, everyAgencyQuery, type Group, groupListQuery, useKeepGroup } from "./queries";

/** The collective names that plans use, and who is meant by them. */
export function GroupList() {
  const { t } = useTranslation();
  const { data: groups } = useSuspenseQuery(groupListQuery);
  const { data: every } = useSuspenseQuery(everyAgencyQuery);
  const [editing, setEditing] = useState<Group | "new" | null>(null);
  const mayWrite = useMay("group:write");
  const columns: TableColumn<Group>[] = [
    {
      key: "name",
      head: t("agency.groupName"),
      phone: "title",
      cell: (one) => (
        <>
          <b>{one.name}</b>
          {one.aliases.length > 0 && <span className={list.aliases}>{one.aliases.join("; ")}</span>}
        </>
      ),
    },
    {
      key: "who",
      head: t("agency.members"),
      cell: (one) =>
        one.by_hand
          ? t("agency.byHand", { count: one.member_ids.length })
          : one.kinds.map((kind) => (isKnownKind(kind) ? t(`agency.kinds.${kind}`) : kind)).join(", "),
    },
    {
      key: "edit",
      head: "",
      cell: (one) =>
        one.allowed_actions.length > 0 && (
          <Button
            size="small"
            aria-label={t("agency.editNamed", { name: one.name })}
            onClick={() => setEditing(one)}
          >
            {t("agency.edit")}
          </Button>
        ),
    },
  ];
  return (
    <>
      {mayWrite && (
        <p className={list.add}>
          <Button onClick={() => setEditing("new")}>{t("agency.newGroup")}</Button>
        </p>
      )}
      <Panel flush>
        <DataTable
          label={t("agency.groups")}
          columns={columns}
          rows={groups}
          keyOf={(one) => one.id}
          empty={<EmptyState title={t("agency.noGroups")} why={t("agency.noGroupsWhy")} />}
        />
      </Panel>
      {editing !== null && (
        <GroupForm
          group={editing === "new" ? null : editing}
          every={every}
          whole={editing === "new" || editing.allowed_actions.includes("edit")}
          onEnd={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface GroupFields {
  name: string;
  aliases: string;
  how: "kinds" | "hand";
  kinds: ReadonlySet<string>;
  members: ReadonlySet<string>;
}

interface GroupFormProps {
  group: Group | null;
  every: Agency[];
  /** Everything, or the members alone. */
  whole: boolean;
  onEnd: () => void;
}

function GroupForm({ group, every, whole, onEnd }: GroupFormProps) {
  const { t } = useTranslation();
  const keep = useKeepGroup(group);
  const { values, set, bind } = useFields<GroupFields>({
    name: group?.name ?? "",
    aliases: group?.aliases.join("\n") ?? "",
    how: group?.by_hand === false ? "kinds" : "hand",
    kinds: new Set<string>(group?.kinds ?? []),
    members: new Set<string>(group?.member_ids ?? []),
  });
  const byHand = values.how === "hand";
  const save = () =>
    keep.mutate(
      {
        name: values.name,
        aliases: values.aliases
          .split("\n")
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        by_hand: byHand,
        kinds: byHand ? [] : [...values.kinds],
        member_ids: byHand ? [...values.members] : [],
      },
      { onSuccess: onEnd },
    );
  return (
    <Dialog title={group === null ? t("agency.newGroup") : group.name} onClose={onEnd} wide>
      <ProblemForm className={classes.form} problem={keep.error} busy={keep.isPending} onSubmit={save}>
        {whole && (
          <>
            <TextField label={t("agency.groupName")} {...bind("name")} />
            <TextArea
              label={t("agency.aliases")}
              hint={t("agency.aliasesHint")}
              rows={2}
              optional
              {...bind("aliases")}
            />
            <Segmented
              label={t("agency.how")}
              labelled
              value={values.how}
              onChange={(how) => set("how", how)}
              choices={[
                { value: "kinds", label: t("agency.howKinds") },
                { value: "hand", label: t("agency.howHand") },
              ]}
            />
          </>
        )}
        {byHand ? (
          <CheckList
            label={t("agency.members")}
            searchLabel={t("agency.search")}
            items={[...every]
              .sort((a, b) => byName(a.name, b.name))
              .map((one) => ({ value: one.id, label: one.name }))}
            value={values.members}
            onChange={(members) => set("members", members)}
          />
        ) : (
          <CheckList
            label={t("agency.howKinds")}
            searchLabel={t("agency.searchKind")}
            items={kinds.map((kind) => ({ value: kind, label: t(`agency.kinds.${kind}`) }))}
            value={values.kinds}
            onChange={(next) => set("kinds", next)}
          />
        )}
        <div className={classes.buttons}>
          <Button onClick={onEnd}>{t("common.cancel")}</Button>
          <Button type="submit" look="filled" busy={keep.isPending}>
            {t("agency.save")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
