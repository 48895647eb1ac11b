// The card and the new company that are being typed, for each connection, and what the page keeps
// beside them.

import { backend, type Company, type OutboxRecord } from "../../backend";
import { emptyForm, type Form, type FormStore, typeInto } from "../../form/form";
import { takeInto } from "../../form/keeping";
import { perConnection, type Store } from "../../store/store";

const cardOf = perConnection<Form>(() => emptyForm({ status: "1", open_status: "1" }));
const newCompanyOf = perConnection<Form>(() => emptyForm());

type AtWork = {
  /** Whether what was left in the form when the program ended stands in it again. */
  isResumed: boolean;
  /** Whether the new company is being typed. */
  isCompanyOpen: boolean;
  /** The record that the line above the form tells of. */
  told: number | null;
  /** Counts the cards, so that each begins with a new form. */
  cards: number;
};
const atWorkOf = perConnection<AtWork>(() => ({
  isResumed: false,
  isCompanyOpen: false,
  told: null,
  cards: 0,
}));

export type Draft = { card: FormStore; newCompany: FormStore; atWork: Store<AtWork> };

export function draftOf(connectionId: string): Draft {
  return {
    card: cardOf(connectionId),
    newCompany: newCompanyOf(connectionId),
    atWork: atWorkOf(connectionId),
  };
}

/** Begins a new company of this name, or goes on with the one that was begun so. */
export function beginCompany({ newCompany, atWork }: Draft, name: string): void {
  if (newCompany.get().begun.name !== name) {
    newCompany.set(emptyForm({ name, name_disp: name }));
  }
  atWork.set({ isCompanyOpen: true });
}

/** Other text than the chosen name is no choice. */
export function typeCompany({ card }: Draft, text: string): void {
  if (card.get().phase !== "typing") return;
  card.set({ client_name: text, needs: null });
  typeInto(card, "client_id", "");
}

export function chooseCompany({ card }: Draft, { id, name }: Pick<Company, "id" | "name">): void {
  card.set({ client_name: name, needs: null });
  typeInto(card, "client_id", String(id));
}

/** Chooses a company that is on its way: the card waits for it and then takes its number. */
export function awaitCompany({ card }: Draft, { id, form }: OutboxRecord): void {
  card.set({ client_name: form.values.name ?? "", needs: id });
  typeInto(card, "client_id", "");
}

/** Takes a draft into the form that it was typed in. */
export async function takeUp(draft: Draft, record: OutboxRecord): Promise<void> {
  const { atWork, card, newCompany } = draft;
  const isCompany = record.form.entity === "clients";
  await takeInto(isCompany ? newCompany : card, record);
  // What was left in the form before stays among the drafts.
  atWork.set({ isResumed: true, isCompanyOpen: isCompany, cards: atWork.get().cards + 1 });
}

/** The database is another one: what is typed stays, the records that it names are gone. */
export function forgetRecords({ card, newCompany, atWork }: Draft): void {
  for (const form of [card, newCompany]) form.set({ draft: null, kept: "", needs: null });
  atWork.set({ told: null });
}

/** Puts into the form again what was left in it when the program ended. */
export async function resume({ atWork, card }: Draft): Promise<void> {
  if (atWork.get().isResumed) return;
  const records = await backend.outbox().catch(() => []);
  const left = records.findLast(
    ({ form, stage }) =>
      form.entity === "business_cards" && stage.stage === "draft" && !stage.aside,
  );
  if (atWork.get().isResumed) return;
  if (left) await takeInto(card, left);
  atWork.set({ isResumed: true });
}

/** The person on the card, as one name. */
export function nameOf(values: Form["values"]): string {
  return [values.family_name, values.first_name].filter(Boolean).join(" ");
}
