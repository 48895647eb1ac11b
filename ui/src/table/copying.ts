// Copying what a table shows, as text.

import type { Lines } from "./RecordTable";

/** Puts a text on the clipboard; says whether that was possible. */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** A cell as text: its lines below each other. */
export function cellText(lines: Lines): string {
  return lines.filter(Boolean).join("\n");
}

/** A row for a spreadsheet: its cells with tabs between them, each in one line. */
export function rowText(cells: readonly Lines[]): string {
  return cells.map((lines) => inOneLine(lines.filter(Boolean).join(" "))).join("\t");
}

/** A text without breaks and tabs, which would end a spreadsheet's cell. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
