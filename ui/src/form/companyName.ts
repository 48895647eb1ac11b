// The names of a new company, as its name is left: the short name is made from it, an abbreviated
// legal form is written out, and its kana do without one. What was typed is never replaced but for
// that, and one key puts it back. What a company field gave for the beginning of a name is made anew
// for the whole of it.

import { backend } from "../backend";
import { giveReading, readingIn } from "../kana/readings";
import { type FormStore, give, isGiven, valueIn } from "./form";
import { beginningOf } from "./newCompany";
import { withTidied } from "./tidying";

/** To be called with every field that is left. */
export function companyNameLeft(store: FormStore, field: string): void {
  if (field === "name") nameCompany(store);
}

async function nameCompany(store: FormStore): Promise<void> {
  const before = store.get();
  const typed = valueIn(before, "name").trim();
  const isNew = before.entity === "clients" && !before.change;
  if (!isNew || before.phase !== "typing" || typed === "") return;
  const reading = readingIn(before, "name");
  const company = await backend.newCompany(typed, reading).catch(() => null);
  const now = store.get();
  const isSame = now.begun === before.begun && valueIn(now, "name").trim() === typed;
  if (!company || !isSame || now.phase !== "typing") return;

  const { name = typed, name_disp = "", name_kana = "" } = company.values;
  if (valueIn(now, "name_disp") === "" || isGiven(now, "name_disp")) {
    give(store, "name_disp", name_disp);
  }
  if (reading !== "" && valueIn(now, "name_kana") === reading) {
    giveReading(store, "name", name_kana);
  }
  const isPutBack = now.tidy.asTyped.has("name") || beginningOf(now)?.typed === typed;
  if (company.typed !== null && !isPutBack) {
    store.set(withTidied(store.get(), [{ key: "name", before: typed, after: name }]));
  }
}
