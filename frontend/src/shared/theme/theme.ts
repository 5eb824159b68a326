import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** The sea: everything one can act on. */
export const bien: MantineColorsTuple = [
  "#eaf5f4",
  "#d0e8e6",
  "#a8d4d1",
  "#77b9b7",
  "#469a9b",
  "#237d82",
  "#13696f",
  "#0c5960",
  "#0a464c",
  "#08343a",
];

/** Terracotta: what waits for the one who looks. */
export const gom: MantineColorsTuple = [
  "#fbf0ea",
  "#f6dccd",
  "#ecbca2",
  "#df9775",
  "#d1754c",
  "#bc5a31",
  "#a54a25",
  "#8c3c1d",
  "#702f17",
  "#4e2010",
];

/** Salt: grounds, lines and ink; it stands in for Mantine's gray. */
export const muoi: MantineColorsTuple = [
  "#f6f8f7",
  "#ecf0ef",
  "#dde4e2",
  "#c5cfcd",
  "#9ba9a7",
  "#6e7f7d",
  "#536463",
  "#3b4b4b",
  "#23383a",
  "#10272b",
];

const dark: MantineColorsTuple = [
  "#eaf1ef",
  "#c6d3d1",
  "#9fb1af",
  "#7d9694",
  "#385256",
  "#23393d",
  "#12262a",
  "#0b1a1d",
  "#0e2024",
  "#071315",
];

/** Mantine writes white or black on a filled button; ours has its own ink in each scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const filled = input.variant === "filled" && (input.color ?? "bien") === "bien";
  return filled ? { ...colors, color: "var(--lt-on-action)" } : colors;
};

/** The look of the app over Mantine; every colour a part reads is a role of tokens.css. */
export const theme = createTheme({
  colors: { bien, gom, muoi, gray: muoi, dark },
  primaryColor: "bien",
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: "var(--lt-r2)",
  fontFamily: "var(--lt-font)",
  headings: { fontFamily: "var(--lt-font)", fontWeight: "600" },
  focusRing: "never", // base.css draws one ring for everything
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Paper: { defaultProps: { bg: "var(--lt-surface)" } },
    Checkbox: { defaultProps: { iconColor: "var(--lt-on-action)" } },
    Radio: { defaultProps: { iconColor: "var(--lt-on-action)" } },
  },
});
