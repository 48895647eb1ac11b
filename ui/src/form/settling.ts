// What is still to be made of a form as saving begins: the field that one saves right out of was never
// left.

import type { Noticed } from "../backend";
import { settleCompanyName } from "./companyName";
import { type FormStore, look } from "./form";
import { type Tidying, tidiable } from "./tidying";

/** What is still to be told of a form that is saved. */
export type Settled = { tidied: readonly Tidying[]; noticed: readonly Noticed[] };

/**
 * Names and tidies what was typed and not left yet, and tells what became of it and what looks like
 * a slip there. It holds no save up: where it can not be done, the text goes on as it was typed, and
 * is checked like all.
 */
export async function settle(store: FormStore): Promise<Settled> {
  const { tidy } = store.get();
  await settleCompanyName(store);
  const form = store.get();
  const keys = tidiable(form, form.tidy.typed);
  if (keys.length > 0) await look(store, keys, "saving");
  const settled = store.get();
  const isSeen = ({ key, text }: Noticed) =>
    tidy.dismissed[key] === text ||
    tidy.noticed.some((seen) => seen.key === key && seen.text === text);
  return {
    tidied: settled.tidy.done.filter((tidying) => !tidy.done.includes(tidying)),
    noticed: settled.tidy.noticed.filter((one) => keys.includes(one.key) && !isSeen(one)),
  };
}
