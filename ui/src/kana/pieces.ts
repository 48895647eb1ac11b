// A text as the pieces that it was typed in, each with its reading. A piece is one kana, or what one
// conversion made of several. Only the text of the field is looked at, before and after each event:
// that is the same in every engine, and holds when the person goes back and corrects.

export type Piece = {
  text: string;
  /** In the kana that were typed; none where it is not known. */
  reading: string | null;
  /** Whether it is still being converted: what replaces it has its reading. */
  isOpen: boolean;
  /** What is left of a conversion: the reading of the whole, and on which side the rest was. */
  cut?: { of: string; lost: "before" | "after" };
};

/**
 * How a text came to be what it is. `guessed`: an input method put it in place of the first few kana
 * of a longer word, whose reading nobody typed.
 */
export type Typing = "composing" | "guessed" | "typed" | "pasted";

/** The pieces of a text that took the place of another one. */
export function retype(pieces: readonly Piece[], text: string, how: Typing): Piece[] {
  const { start, end, put } = difference(
    pieces.flatMap((piece) => [...piece.text]),
    [...text],
  );
  if (start === end && put.length === 0) return [...pieces];
  const before: Piece[] = [];
  const replaced: Piece[] = [];
  const after: Piece[] = [];
  let middle = put.join("");
  let at = 0;
  for (const piece of pieces) {
    const from = at;
    at += [...piece.text].length;
    if (at <= start) before.push(piece);
    else if (from >= end) after.push(piece);
    else {
      const head = [...piece.text].slice(0, Math.max(0, start - from)).join("");
      const tail = [...piece.text].slice(Math.max(0, end - from)).join("");
      if (piece.isOpen) {
        // One candidate after another has the same reading, whatever they have in common.
        middle = head + middle + tail;
        replaced.push(piece);
      } else {
        if (head) before.push(cut(piece, head, "after"));
        if (tail) after.push(cut(piece, tail, "before"));
      }
    }
  }
  return [...before, ...made(middle, replaced, how), ...after];
}

/** What was being converted is confirmed. */
export function confirm(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, isOpen: false }));
}

/** The reading of the whole, in full-width katakana; none where a part of it is not known. */
export function readingOf(pieces: readonly Piece[]): string | null {
  const readings = pieces.map((piece, index) => {
    if (piece.reading !== null || !piece.cut) return piece.reading;
    const { of, lost } = piece.cut;
    const again = pieces[lost === "before" ? index - 1 : index + 1]?.reading;
    // What was taken off was typed anew, for another character that is read the same.
    if (!again || again.length >= of.length) return null;
    if (lost === "before") return of.startsWith(again) ? of.slice(again.length) : null;
    return of.endsWith(again) ? of.slice(0, -again.length) : null;
  });
  return readings.includes(null) ? null : katakana(readings.join("").trim());
}

/** The pieces that a new text in place of others comes to. */
function made(text: string, replaced: readonly Piece[], how: Typing): Piece[] {
  if (text === "") return [];
  const isOpen = how === "composing" || how === "guessed";
  const wasKana = replaced.some(({ reading }) => reading !== null);
  const isTyping = [...text].every(isTypedByKey);
  const isWritten = wasKana && [...text].every(isLetter);
  if (how === "pasted" || !isOpen || (isTyping && !isWritten)) {
    return [...text].map((character) => ({
      text: character,
      reading: how !== "pasted" && isOwnReading(character) ? character : null,
      isOpen,
    }));
  }
  const isFirst = replaced.every(({ text }) => [...text].every(isTypedByKey));
  const isGuess = how === "guessed" && isFirst;
  return [{ text, reading: isGuess ? null : typedFor(replaced), isOpen }];
}

/** The kana that were typed for these pieces; an n at the end waits for no vowel any more. */
function typedFor(pieces: readonly Piece[]): string | null {
  const typed = pieces.map(({ text, reading }) => reading ?? text).join("");
  const settled = typed.replace(/[nｎ]$/, "ん");
  return settled !== "" && [...settled].every(isOwnReading) ? settled : null;
}

function cut({ reading }: Piece, text: string, lost: "before" | "after"): Piece {
  return { text, reading: null, isOpen: false, ...(reading && { cut: { of: reading, lost } }) };
}

/** The part of `old` that is another one in `next`, and what stands there now. */
function difference(old: readonly string[], next: readonly string[]) {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  let same = 0;
  while (same < shorter - start && old.at(-1 - same) === next.at(-1 - same)) same += 1;
  return { start, end: old.length - same, put: next.slice(start, next.length - same) };
}

function isTypedByKey(character: string): boolean {
  return isKana(character) || isLetter(character);
}

function isOwnReading(character: string): boolean {
  return isKana(character) || /[\s・]/.test(character);
}

function isKana(character: string): boolean {
  return /[ぁ-ゖゝゞァ-ヺー-ヾｦ-ﾟ]/.test(character);
}

/** A letter, as stands there until its kana is complete. */
function isLetter(character: string): boolean {
  return /[A-Za-zＡ-Ｚａ-ｚ]/.test(character);
}

function katakana(kana: string): string {
  return kana
    .replace(/[ぁ-ゖゝゞ]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60))
    .replace(/[ｦ-ﾟ]+/g, (some) => some.normalize("NFKC"));
}
