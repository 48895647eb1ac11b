// How everything looks: one accent, one colour for practice, one for trouble; the system's own
// typefaces; nothing under 14 px; nothing that moves to be pretty.

import { createTheme, type MantineColorsTuple } from "@mantine/core";

const ai: MantineColorsTuple = [
  "#eef3fa",
  "#dbe5f1",
  "#b5c9e3",
  "#8aabd4",
  "#6791c7",
  "#4f80bf",
  "#3a6aa8",
  "#2c568e",
  "#224777",
  "#173962",
];

const red: MantineColorsTuple = [
  "#fdecea",
  "#f9d0cd",
  "#f4a9a3",
  "#ee8078",
  "#e45f56",
  "#d8463c",
  "#c5362d",
  "#b3261e",
  "#9a1d16",
  "#7f1610",
];

const typefaces = [
  "system-ui",
  "-apple-system",
  '"Segoe UI"',
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  '"Meiryo"',
  '"Noto Sans CJK JP"',
  '"Noto Sans"',
  "sans-serif",
].join(", ");

const still = { transitionProps: { duration: 0 } };

export const theme = createTheme({
  colors: { ai, red },
  primaryColor: "ai",
  primaryShade: { light: 7, dark: 6 },
  fontFamily: typefaces,
  headings: {
    fontFamily: typefaces,
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.375rem" }, h2: { fontSize: "1.0625rem" } },
  },
  fontSizes: { xs: "0.875rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Modal: { defaultProps: { ...still, centered: true } },
    Combobox: { defaultProps: { ...still, shadow: "md" } },
    Input: { defaultProps: { autoComplete: "off" } },
    TextInput: { defaultProps: { autoComplete: "off", spellCheck: false } },
    PasswordInput: { defaultProps: { autoComplete: "off" } },
    Textarea: { defaultProps: { autoComplete: "off", spellCheck: false } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] },
    },
  },
});
