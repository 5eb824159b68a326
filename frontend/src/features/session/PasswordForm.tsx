import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api/client";
import { Button } from "@/shared/ui/Button/Button";
import { PasswordField } from "@/shared/ui/Fields/PasswordField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import classes from "./PasswordForm.module.css";

/** The current password and a new one, typed twice; the server says which new one it takes. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const fields = useFields({ current: "", new: "", again: "" });
  const call = $api.useMutation("post", "/me/password", { onSuccess: onDone });
  const { values } = fields;
  const check = () => {
    const wrong = [];
    if (values.current === "") wrong.push({ pointer: "/current", words: t("session.passwordMissing") });
    if (values.new === "") wrong.push({ pointer: "/new", words: t("session.newMissing") });
    else if (values.again !== values.new)
      wrong.push({ pointer: "/again", words: t("session.repeatDiffers") });
    return wrong;
  };
  return (
    <ProblemForm
      className={classes.form}
      check={check}
      problem={call.error}
      busy={call.isPending}
      onSubmit={() => call.mutate({ body: { current: values.current, new: values.new } })}
    >
      <PasswordField
        {...fields.bind("current")}
        label={t("session.currentPassword")}
        autoComplete="current-password"
      />
      <PasswordField
        {...fields.bind("new")}
        label={t("session.newPassword")}
        hint={t("session.newPasswordHint")}
        autoComplete="new-password"
      />
      <PasswordField
        {...fields.bind("again")}
        label={t("session.repeatPassword")}
        autoComplete="new-password"
      />
      <Button type="submit" look="filled" size="large" busy={call.isPending}>
        {t("session.setPassword")}
      </Button>
    </ProblemForm>
  );
}
