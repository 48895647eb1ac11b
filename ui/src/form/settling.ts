// What is still to be made of a form as saving begins: the field that one saves right out of was never
// left.

import { settleCompanyName } from "./companyName";
import { type FormStore, look } from "./form";
import { type Tidying, tidiable } from "./tidying";

/**
 * Names and tidies what was typed and not left yet, and tells what became of it. It holds no save
 * up: where it can not be done, the text goes on as it was typed, and is checked like all.
 */
export async function settle(store: FormStore): Promise<readonly Tidying[]> {
  const { done: before } = store.get().tidy;
  await settleCompanyName(store);
  const form = store.get();
  const keys = tidiable(form, form.tidy.typed);
  if (keys.length > 0) await look(store, keys, "saving");
  return store.get().tidy.done.filter((tidying) => !before.includes(tidying));
}
