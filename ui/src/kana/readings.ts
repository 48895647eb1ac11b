// Kana by itself: what is typed into a name through an input method leaves its reading in the kana
// field beside it, as long as the person has typed nothing there. Where the reading is not known,
// after a paste for one, the field stays empty: a wrong one would be believed.

import type { Entity } from "../backend";
import { type Form, type FormStore, type Values, valueIn, withGiven } from "../form/form";
import { lastConvertingKey } from "../keys/guard";
import { confirm, type Piece, readingOf, retype, type Typing } from "./pieces";

const people = { family_name: "family_name_kana", first_name: "first_name_kana" };

/** The kana field of each name; none of a company's, which is typed elsewhere if it is a new one. */
const kanaOf: Record<Entity, Readonly<Record<string, string | null>>> = {
  business_cards: { ...people, client_id: null },
  leads: { ...people, client_id: null },
  clients: { name: "name_kana" },
};

/** A name as it was typed. */
type Name = {
  pieces: Piece[];
  isComposing: boolean;
  /** What was put into its kana field. */
  given: string;
};

/** What a form element has to listen to. */
export function readingsInto(store: FormStore) {
  return {
    onCompositionStart: ({ target }: { target: EventTarget }) =>
      withName(store, target, (name) => {
        name.isComposing = true;
      }),
    onInput: ({ target, nativeEvent }: { target: EventTarget; nativeEvent: Event }) =>
      withName(store, target, (name, text) => {
        const how = nativeEvent instanceof InputEvent ? nativeEvent.inputType : "";
        // WebKit takes away what was composed before it puts in what was confirmed.
        if (how === "deleteCompositionText") return;
        name.pieces = retype(name.pieces, text, typingBy(how, name));
        if (!name.isComposing) name.pieces = confirm(name.pieces);
      }),
    onCompositionEnd: ({ target }: { target: EventTarget }) =>
      withName(store, target, (name, text) => {
        name.isComposing = false;
        name.pieces = confirm(retype(name.pieces, text, "composing"));
      }),
  };
}

/** What was laid into a form with its reading is one piece: what is typed over it has another. */
export function knowReadings(form: Form): void {
  for (const [key, kana] of Object.entries(kanaOf[form.entity])) {
    if (kana === null) continue;
    const [text, given] = [valueIn(form, key), valueIn(form, kana)];
    const name = nameIn(form.begun, key);
    if (text === "" || given === "" || name.given === given) continue;
    name.pieces = [{ text, reading: given, isOpen: false }];
    name.given = given;
  }
}

/** A name that was begun in one form is typed on in another one, with the reading that it has so far. */
export function typeOn(from: Form, begun: string, to: Form, key: string): void {
  const name = nameIn(to.begun, key);
  name.pieces = nameIn(from.begun, begun).pieces;
  name.given = valueIn(to, kanaOf[to.entity][key] ?? "");
}

function typingBy(inputType: string, { isComposing }: Name): Typing {
  if (/^insertFrom(Paste|Drop|Yank)/.test(inputType)) return "pasted";
  if (!isComposing) return "typed";
  // The keys that take a suggestion, where a conversion has not begun yet.
  return /^(Tab|ArrowDown)$/.test(lastConvertingKey()) ? "guessed" : "composing";
}

/** The reading of what stands in this name's field; empty where it is not known. */
export function readingIn({ begun }: Form, key: string): string {
  return readingOf(nameIn(begun, key).pieces) ?? "";
}

/** The form with another reading of a name where it belongs, such as the one without a legal form. */
export function withReading(form: Form, key: string, reading: string): Form {
  const kana = kanaOf[form.entity][key];
  if (!kana) return form;
  nameIn(form.begun, key).given = reading;
  return withGiven(form, kana, reading);
}

/** Takes note of what happened to a name, and puts its reading where it belongs. */
function withName(
  store: FormStore,
  field: EventTarget,
  note: (name: Name, text: string) => void,
): void {
  const form = store.get();
  if (!(field instanceof HTMLInputElement)) return;
  const kana = kanaOf[form.entity][field.name];
  // A record that is there already may have kana that the service does not show.
  if (kana === undefined || form.change) return;
  const name = nameIn(form.begun, field.name);
  note(name, field.value);
  if (kana === null || name.isComposing || valueIn(form, kana) !== name.given) return;
  const reading = readingOf(name.pieces) ?? "";
  if (reading === name.given || form.phase !== "typing") return;
  store.set(withReading(store.get(), field.name, reading));
}

function nameIn(begun: Values, key: string): Name {
  const names = typed.get(begun) ?? new Map<string, Name>();
  typed.set(begun, names);
  const name = names.get(key) ?? { pieces: [], isComposing: false, given: "" };
  names.set(key, name);
  return name;
}

/** Each form begins with values of its own: what was typed into one never counts for the next. */
const typed = new WeakMap<Values, Map<string, Name>>();
