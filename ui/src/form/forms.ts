// The forms of a connection: one for each kind of record that can be registered, one for a change,
// and what their pages keep beside them.

import { places } from "../app/places";
import { backend, type Entity, type OutboxRecord, type Typed } from "../backend";
import { knowReadings, readingIn, typeOn } from "../kana/readings";
import { perConnection, type Store } from "../store/store";
import { looksFor } from "./company";
import { emptyForm, type Form, type FormStore, type Values } from "./form";
import { replace, takeInto } from "./keeping";
import { beginningOf, noteBeginning } from "./newCompany";
import { followPins, handedOn } from "./pins";

/** Each kind of record has a form to register it; a change has a form of its own. */
export type FormName = Entity | "change";

type AtWork = {
  /** Whether what was left in the forms when the program ended stands in them again. */
  isResumed: boolean;
  /** The form for which a new company is being typed on the spot. */
  companyFor: FormName | null;
  /** The record that the line above each form tells of. */
  told: Partial<Record<FormName, number>>;
  /** The place from which the change was begun. */
  cameFrom: string | null;
  /** The registered record that a change takes what is new in a form into, and what that held. */
  takenInto: { id: number; typed: Typed } | null;
  /** Counts what was typed into each form, so that each record begins with a new one. */
  turn: Record<FormName, number>;
  /** The field that gets the caret in the form that is drawn next, where it is not the usual one. */
  caret: string | null;
};

export type Forms = Readonly<Record<FormName, FormStore>> & { readonly atWork: Store<AtWork> };

/** What a card has, unless somebody says otherwise. */
const usual: Partial<Record<Entity, Values>> = {
  business_cards: { status: "1", open_status: "1" },
};

/** A form in which nothing was typed, with what is handed on to it. */
export function freshForm(connectionId: string, entity: Entity): Form {
  return emptyForm(entity, { ...usual[entity], ...handedOn(connectionId, entity) });
}

const registering = (entity: Entity) =>
  perConnection<Form>((id) => freshForm(id, entity), followPins);
const cardOf = registering("business_cards");
const leadOf = registering("leads");
const companyOf = registering("clients");
const changeOf = perConnection<Form>(() => emptyForm("business_cards"));
const atWorkOf = perConnection<AtWork>(() => ({
  isResumed: false,
  companyFor: null,
  told: {},
  cameFrom: null,
  takenInto: null,
  turn: { business_cards: 0, leads: 0, clients: 0, change: 0 },
  caret: null,
}));

const names: readonly FormName[] = ["business_cards", "leads", "change", "clients"];

export function formsOf(connectionId: string): Forms {
  return {
    business_cards: cardOf(connectionId),
    leads: leadOf(connectionId),
    clients: companyOf(connectionId),
    change: changeOf(connectionId),
    atWork: atWorkOf(connectionId),
  };
}

/** All the forms in which something can be typed. */
export function storesOf(forms: Forms): FormStore[] {
  return names.map((name) => forms[name]);
}

/** The form that a record is typed in. */
function formFor({ entity, change }: Typed): FormName {
  return change ? "change" : entity;
}

/** Where the form of this name is. */
export function placeOfForm(forms: Forms, name: FormName): string {
  const { change, entity } = forms.change.get();
  if (name === "change") return change ? places.change(entity, change.id) : findPlaces[entity];
  return registerPlaces[name];
}

const registerPlaces: Record<Entity, string> = {
  business_cards: places.registerCard,
  leads: places.registerLead,
  clients: places.registerClient,
};

export const findPlaces: Record<Entity, string> = {
  business_cards: places.findCards,
  leads: places.findLeads,
  clients: places.findClients,
};

/**
 * Another record is typed into the form: it is drawn anew, with the caret where one goes on, or in
 * the field that is named.
 */
export function takeTurn({ atWork }: Forms, name: FormName, caret: string | null = null): void {
  const { turn } = atWork.get();
  atWork.set({ turn: { ...turn, [name]: turn[name] + 1 }, caret });
}

/** The line above the form tells of this record from now on. */
export function tellOf({ atWork }: Forms, name: FormName, record: number): void {
  atWork.set({ told: { ...atWork.get().told, [name]: record } });
}

/** Begins a new company of this name for a form, or goes on with the one that was begun so. */
export async function beginCompany(forms: Forms, name: FormName, typed: string): Promise<void> {
  if (beginningOf(forms.clients.get())?.typed !== typed) {
    const reading = readingIn(forms[name].get(), "client_id");
    const company = await backend.newCompany(typed, reading);
    const { name: _, ...given } = company.values;
    const form = { ...emptyForm("clients", company.values), given };
    const isWrittenOut = company.typed !== null;
    noteBeginning(form, { typed, isWrittenOut });
    // A name that was written out is another text than the one that was typed.
    if (isWrittenOut) knowReadings(form);
    else typeOn(forms[name].get(), "client_id", form, "name");
    await replace(forms.clients, form);
  }
  forms.atWork.set({ companyFor: name });
}

/** Takes a draft into the form that it was typed in, and tells which form is to be shown. */
export async function takeUp(forms: Forms, record: OutboxRecord): Promise<FormName> {
  await resume(forms);
  const name = formFor(record.form);
  if (forms[name].get().draft !== record.id) await takeInto(forms[name], record);
  takeTurn(forms, name);
  const companyFor = wantingCompany(forms, record);
  forms.atWork.set({ companyFor });
  return companyFor ?? name;
}

/** The database is another one: what is typed stays, the records that it names are gone. */
export function forgetRecords(forms: Forms): void {
  for (const store of storesOf(forms)) store.set({ draft: null, kept: "", needs: null });
  forms.atWork.set({ told: {} });
}

/** Puts into the forms again what was left in them when the program ended; once. */
export function resume(forms: Forms): Promise<void> {
  const begun = resuming.get(forms.atWork) ?? takeWhatWasLeft(forms);
  resuming.set(forms.atWork, begun);
  return begun;
}

const resuming = new WeakMap<Store<AtWork>, Promise<void>>();

async function takeWhatWasLeft(forms: Forms): Promise<void> {
  const records = await backend.outbox().catch(() => []);
  const typed = records.filter(({ stage }) => stage.stage === "draft" && !stage.aside);
  for (const name of names) {
    const left = typed.findLast(({ form }) => formFor(form) === name);
    if (!left) continue;
    await takeInto(forms[name], left);
    if (name === "clients") forms.atWork.set({ companyFor: wantingCompany(forms, left) });
  }
  forms.atWork.set({ isResumed: true });
}

/** The form whose company field looks for the company of this draft: it was begun there. */
function wantingCompany(forms: Forms, { form }: OutboxRecord): FormName | null {
  if (formFor(form) !== "clients") return null;
  const isLooking = (other: FormName) => looksFor(forms[other].get(), form.values);
  return names.find((other) => other !== "clients" && isLooking(other)) ?? null;
}
