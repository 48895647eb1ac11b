// Reading what an older or a newer version of the program may have kept: what is not as expected
// is left out.

/** The parts of what was kept, by name. */
export function partsOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept)
    ? (kept as Record<string, unknown>)
    : {};
}

/** Those parts that are texts. */
export function textsIn(kept: unknown): Record<string, string> {
  const texts = Object.entries(partsOf(kept)).filter(([, text]) => typeof text === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}

/** The members of a list that are among these. */
export function knownIn<T>(kept: unknown, known: readonly T[]): T[] {
  return Array.isArray(kept) ? kept.filter((one) => known.includes(one)) : [];
}
