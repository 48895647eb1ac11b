// What became of the change that was saved last, where one goes back to.

import { useConnection } from "../../app/connection";
import type { Entity } from "../../backend";
import { formsOf } from "../../form/forms";
import { SavedLine } from "../../form/SavedLine";
import { useOutboxRecord } from "../../outbox/records";
import { useStore } from "../../store/store";

/** Nothing where the last change was of another kind of record. */
export function ChangedLine({ entity }: { entity: Entity }) {
  const { atWork } = formsOf(useConnection().id);
  const record = useOutboxRecord(useStore(atWork, ({ told }) => told.change ?? null));
  return record?.form.entity === entity ? <SavedLine name="change" /> : null;
}
