import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { PasswordField } from "@/shared/ui/Fields/PasswordField";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { signIn } from "./session";
import classes from "./SignIn.module.css";

/** User name and password; `username` fixes whose password is asked, as after a session's end. */
export function SignInForm({ onDone, username = "" }: { onDone: () => void; username?: string }) {
  const { t } = useTranslation();
  const fields = useFields({ username, password: "" });
  const call = useMutation({ mutationFn: signIn, onSuccess: onDone, networkMode: "always" });
  const check = () => {
    const missing = [];
    if (fields.values.username.trim() === "")
      missing.push({ pointer: "/username", words: t("session.usernameMissing") });
    if (fields.values.password === "")
      missing.push({ pointer: "/password", words: t("session.passwordMissing") });
    return missing;
  };
  return (
    <ProblemForm
      className={classes.fields}
      check={check}
      problem={call.error}
      busy={call.isPending}
      onSubmit={() => call.mutate({ ...fields.values, username: fields.values.username.trim() })}
    >
      {username === "" && (
        <TextField
          {...fields.bind("username")}
          label={t("session.username")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <PasswordField
        {...fields.bind("password")}
        label={t("session.password")}
        autoComplete="current-password"
      />
      <Button type="submit" look="filled" size="large" wide busy={call.isPending}>
        {t("session.signIn")}
      </Button>
    </ProblemForm>
  );
}
