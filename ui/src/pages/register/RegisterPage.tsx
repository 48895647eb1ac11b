// Registering a record: its form, and where it is a card, the card drawn from what is typed.

import { useConnection } from "../../app/connection";
import type { Entity } from "../../backend";
import { Duplicates, DuplicatesLine } from "../../duplicates/Duplicates";
import classes from "../../duplicates/Duplicates.module.css";
import { useDuplicates } from "../../duplicates/watching";
import { FormFrame, useResumed } from "../../form/FormFrame";
import { formsOf, takeTurn, tellOf } from "../../form/forms";
import { discard, putAside, save } from "../../form/keeping";
import { SaveBar } from "../../form/SaveBar";
import { SavedLine } from "../../form/SavedLine";
import { TidiedOnSaving } from "../../form/TidyNote";
import { useWords } from "../../i18n/useWords";
import { CardPreview } from "./CardPreview";

type Props = { entity: Entity };

export function RegisterPage({ entity }: Props) {
  const { id } = useConnection();
  return useResumed() ? <Register key={`${id} ${entity}`} entity={entity} /> : null;
}

function Register({ entity }: Props) {
  const { say } = useWords();
  const forms = formsOf(useConnection().id);
  const store = forms[entity];
  const watching = useDuplicates(store);
  const goOn = () => takeTurn(forms, entity);
  const leaveForm = async (leaving: Promise<{ id: number } | null>) => {
    const record = await leaving;
    if (!record) return;
    tellOf(forms, entity, record.id);
    goOn();
  };
  const onSave = () => leaveForm(save(store));
  return (
    <FormFrame
      name={entity}
      title={say(`register.title.${entity}`)}
      onSave={onSave}
      above={<SavedLine name={entity} />}
      beside={
        <div className={classes.side}>
          {entity === "business_cards" && <CardPreview />}
          <Duplicates store={store} watching={watching} />
        </div>
      }
      bar={
        <SaveBar
          store={store}
          save={`register.save.${entity}`}
          clear="register.clear"
          clearConfirm="register.clear_confirm"
          onSave={onSave}
          onPutAside={() => leaveForm(putAside(store))}
          onClear={() => discard(store).then(goOn)}
        >
          <TidiedOnSaving store={store} />
          <DuplicatesLine watching={watching} />
        </SaveBar>
      }
    />
  );
}
