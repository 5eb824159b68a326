import { useTranslation } from "react-i18next";

interface LogoProps {
  size?: number;
  /** On the rail the mark stands without its ground. */
  bare?: boolean;
}

/** The product's mark: a salt heap and its reflection spreading in the water. */
export function Logo({ size = 32, bare = false }: LogoProps) {
  const { t } = useTranslation();
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" role="img" aria-label={t("common.appName")}>
      {!bare && <rect width="36" height="36" rx="8" fill="#0b3d43" />}
      <path
        d="M18 7.5 27.5 20h-19Z"
        fill="#f4f7f6"
        stroke="#f4f7f6"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      <path d="M7 24.5h22M11 28h14M15.5 31.5h5" stroke="#df9775" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
