// The ways out of a form whose record may be registered already. What was typed stays in its form.

import { navigate } from "wouter/use-hash-location";
import { places } from "../app/places";
import { backend, type Duplicate, type Entity } from "../backend";
import { takeInto } from "../backend/finding";
import { awaitCompany, chooseCompany } from "../form/company";
import { type FormStore, isGiven, typedOf, typeInto } from "../form/form";
import {
  type FormName,
  type Forms,
  formsOf,
  freshForm,
  takeTurn,
  takeUp,
  tellOf,
} from "../form/forms";
import { discard, keep } from "../form/keeping";
import { beginChange } from "../pages/change/changing";
import { showOne } from "../pages/find/showing";

/** Shows a duplicate where it is: among what is registered, with its details, or in the outbox. */
export function openDuplicate(connectionId: string, store: FormStore, duplicate: Duplicate): void {
  const { entity } = store.get();
  const { whose, search } = duplicate;
  if (whose.at === "outbox") {
    navigate(places.outbox);
    return;
  }
  showOne(connectionId, entity, whose.id, search);
}

/**
 * Opens the form of a change of that record, with everything that is new in this one. Once `signal`
 * aborts, the call is given up.
 */
export async function takeNewInto(
  connectionId: string,
  store: FormStore,
  duplicate: Duplicate,
  signal: AbortSignal,
): Promise<void> {
  const { id } = duplicate.whose;
  await keep(store);
  const form = store.get();
  const { entity, begun } = form;
  const typed = typedOf(form);
  const { record, values } = await takeInto(typed, id, duplicate, signal);
  signal.throwIfAborted();
  await beginChange(connectionId, entity, record);
  const forms = formsOf(connectionId);
  if (forms.change.get().change?.id !== record.id || forms.change.get().entity !== entity) return;
  // What every form begins with nobody typed; a form that was kept as a draft does not tell it.
  const usual = { ...freshForm(connectionId, entity).begun, ...begun };
  for (const [key, text] of Object.entries(values)) {
    if (typed.values[key] === usual[key]) continue;
    // What the program gave nobody read off a card: it takes no place.
    if (isGiven(form, key) && record.fields[key]) continue;
    if (key !== "client_id") typeInto(forms.change, key, text);
    else chooseCompany(forms.change, { id: Number(text), name: typed.client_name ?? "" });
  }
  if (record.id !== null) forms.atWork.set({ takenInto: { id: record.id, typed } });
}

/**
 * Goes on in a form with that company in place of the new one that was begun for it, which is done
 * with. A draft of it is typed on.
 */
export async function chooseInstead(
  forms: Forms,
  name: FormName,
  { whose, fields }: Duplicate,
): Promise<"chosen" | "typed_on"> {
  const record = whose.at === "outbox" ? await backend.outboxRecord(whose.id) : null;
  await discard(forms.clients);
  if (record?.stage.stage === "draft") {
    await takeUp(forms, record.stage.aside ? await backend.takeUp(record.id) : record);
    forms.atWork.set({ companyFor: name });
    return "typed_on";
  }
  if (record) awaitCompany(forms[name], record);
  else chooseCompany(forms[name], { id: whose.id, name: fields.name ?? "" });
  return "chosen";
}

/**
 * The change of a record was saved: the form whose values it took is done with, unless something
 * else is typed there by now. The line above it tells of the change.
 */
export async function settleTaken(
  forms: Forms,
  entity: Entity,
  id: number,
  change: number,
): Promise<void> {
  const { takenInto } = forms.atWork.get();
  if (takenInto?.id !== id || takenInto.typed.entity !== entity) return;
  forms.atWork.set({ takenInto: null });
  const store = forms[entity];
  if (JSON.stringify(typedOf(store.get())) !== JSON.stringify(takenInto.typed)) return;
  await discard(store);
  tellOf(forms, entity, change);
  takeTurn(forms, entity);
}
