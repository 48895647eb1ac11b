// The names of a new company, as its name is left: the short name is made from it, an abbreviated
// legal form is written out, and its kana do without one. What was typed is never replaced but for
// that, and one key puts it back. What a company field gave for the beginning of a name is made anew
// for the whole of it.

import { backend, type NewCompany } from "../backend";
import { readingIn, withReading } from "../kana/readings";
import { type Form, type FormStore, isGiven, valueIn, withGiven } from "./form";
import { beginningOf } from "./newCompany";
import { withTidied } from "./tidying";

/** To be called with every field that is left. */
export function companyNameLeft(store: FormStore, field: string): void {
  if (field === "name" && store.get().phase === "typing") naming.set(store, nameCompany(store));
}

/** To be called as saving begins: whoever saves right out of the name finds it named all the same. */
export async function settleCompanyName(store: FormStore): Promise<void> {
  await naming.get(store);
  const form = store.get();
  if (form.tidy.typed.has("name") || valueIn(form, "name_disp") === "") await nameCompany(store);
}

/** What is being asked for a form: saving waits for it. */
const naming = new WeakMap<FormStore, Promise<void>>();

async function nameCompany(store: FormStore): Promise<void> {
  const before = store.get();
  const typed = valueIn(before, "name").trim();
  const isNew = before.entity === "clients" && !before.change;
  if (!isNew || typed === "") return;
  const reading = readingIn(before, "name");
  const company = await backend.newCompany(typed, reading).catch(() => null);
  const now = store.get();
  const isSame = now.begun === before.begun && valueIn(now, "name").trim() === typed;
  if (company && isSame) store.set(withNames(now, company, typed, reading));
}

/** The form with what the program made of the name that was typed, read so. */
function withNames(
  form: Form,
  { values, typed: asTyped }: NewCompany,
  typed: string,
  reading: string,
) {
  const { name = typed, name_disp = "", name_kana = "" } = values;
  let named = form;
  if (valueIn(named, "name_disp") === "" || isGiven(named, "name_disp")) {
    named = withGiven(named, "name_disp", name_disp);
  }
  if (reading !== "" && valueIn(named, "name_kana") === reading) {
    named = withReading(named, "name", name_kana);
  }
  const isPutBack = named.tidy.asTyped.has("name") || beginningOf(named)?.typed === typed;
  if (asTyped === null || isPutBack) return named;
  return withTidied(named, [{ key: "name", before: typed, after: name }]);
}
