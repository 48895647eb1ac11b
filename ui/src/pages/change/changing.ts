// Beginning to change a registered record, and the way back to where one came from.

import { navigate } from "wouter/use-hash-location";
import { places } from "../../app/places";
import type { Entity, FoundRecord } from "../../backend";
import { formOfChange, isUntouched } from "../../form/form";
import { type Forms, findPlaces, formsOf, placeOfForm, resume, takeTurn } from "../../form/forms";
import { replace } from "../../form/keeping";

/**
 * Opens the form in which a record that was found is changed. Another change that is being typed
 * is put aside first; one of the same record goes on.
 */
export async function beginChange(
  connectionId: string,
  entity: Entity,
  { id, fields }: FoundRecord,
): Promise<void> {
  if (id === null) return;
  const forms = formsOf(connectionId);
  await resume(forms);
  const { change, entity: kind } = forms.change.get();
  const isSame = change?.id === id && kind === entity;
  forms.atWork.set({ cameFrom: location.hash.slice(1) });
  if (!isSame || isUntouched(forms.change.get())) {
    const name = fields.name ?? "";
    try {
      await replace(forms.change, formOfChange(entity, { id, name, listed: fields }));
    } catch {
      // What is typed there can not be kept, so it stays; its page tells why.
      return navigate(placeOfForm(forms, "change"));
    }
    // Another form's values were taken into the change before, not into this one.
    forms.atWork.set({ takenInto: null });
    takeTurn(forms, "change");
  }
  navigate(places.change(entity, id));
}

/** Back to where the change was begun, or to where records of its kind are found. */
export function goBack(forms: Forms, entity: Entity): void {
  navigate(forms.atWork.get().cameFrom ?? findPlaces[entity]);
}
