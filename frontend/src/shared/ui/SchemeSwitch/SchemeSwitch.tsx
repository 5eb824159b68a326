import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseScheme, chosenScheme, type Scheme } from "../../theme/scheme";
import { Segmented } from "../Segmented/Segmented";

/** Light, dark, or as the device is set. */
export function SchemeSwitch() {
  const { t } = useTranslation();
  const [scheme, setScheme] = useState(chosenScheme);
  const choose = (next: Scheme) => {
    setScheme(next);
    chooseScheme(next);
  };
  return (
    <Segmented<Scheme>
      label={t("layout.appearance")}
      labelled
      value={scheme}
      onChange={choose}
      choices={[
        { value: "auto", label: t("layout.schemeAuto") },
        { value: "light", label: t("layout.schemeLight") },
        { value: "dark", label: t("layout.schemeDark") },
      ]}
    />
  );
}
