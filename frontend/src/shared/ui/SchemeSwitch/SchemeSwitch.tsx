import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Segmented } from "../Segmented/Segmented";

/** Light, dark, or as the device is set. */
export function SchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Segmented<MantineColorScheme>
      label={t("layout.appearance")}
      labelled
      value={colorScheme}
      onChange={setColorScheme}
      choices={[
        { value: "auto", label: t("layout.schemeAuto") },
        { value: "light", label: t("layout.schemeLight") },
        { value: "dark", label: t("layout.schemeDark") },
      ]}
    />
  );
}
