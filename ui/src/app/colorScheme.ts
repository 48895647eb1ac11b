// Light and dark follow the system. Mantine's own manager would write to the webview's storage;
// this one keeps nothing.

import type { MantineColorSchemeManager } from "@mantine/core";

export const colorScheme: MantineColorSchemeManager = {
  get: () => "auto",
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
