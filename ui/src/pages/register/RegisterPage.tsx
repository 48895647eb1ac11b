// Registering a record: its form, what spares typing, and where it is a person, the card drawn from
// what is typed.

import { Button, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useConnection } from "../../app/connection";
import type { Entity } from "../../backend";
import { Duplicates, DuplicatesLine } from "../../duplicates/Duplicates";
import { useDuplicates } from "../../duplicates/watching";
import { FormFrame, useResumed } from "../../form/FormFrame";
import { formsOf, takeTurn, tellOf } from "../../form/forms";
import { discard, putAside, save } from "../../form/keeping";
import { beginColleague, copyPrevious } from "../../form/next";
import { SaveBar } from "../../form/SaveBar";
import { SavedLine } from "../../form/SavedLine";
import { TidiedOnSaving } from "../../form/TidiedOnSaving";
import { useWords } from "../../i18n/useWords";
import { onlyFirst } from "../../keys/guard";
import { colleagueKey } from "../../keys/KeysHelp";
import { nameOfRecord } from "../../outbox/naming";
import { useStore } from "../../store/store";
import { Aids } from "./Aids";
import { CardPreview } from "./CardPreview";
import classes from "./RegisterPage.module.css";

type Props = { entity: Entity };

export function RegisterPage({ entity }: Props) {
  const { id } = useConnection();
  return useResumed() ? <Register key={`${id} ${entity}`} entity={entity} /> : null;
}

function Register({ entity }: Props) {
  const words = useWords();
  const { say } = words;
  const { id } = useConnection();
  const forms = formsOf(id);
  const store = forms[entity];
  const watching = useDuplicates(store);
  const isSaving = useStore(store, ({ phase }) => phase === "saving");
  const copying = useMutation({ mutationFn: () => copyPrevious(id, entity) });
  const goOn = () => {
    copying.reset();
    takeTurn(forms, entity);
  };
  const leaveForm = async (leaving: Promise<{ id: number } | null>) => {
    const record = await leaving;
    if (!record) return;
    tellOf(forms, entity, record.id);
    goOn();
  };
  const saveForColleague = async () => {
    const record = await save(store, watching.foundOut);
    if (!record) return;
    tellOf(forms, entity, record.id);
    copying.reset();
    beginColleague(id, entity, record.form);
  };
  const isOfPerson = entity !== "clients";
  const forColleague = useRef(false);
  const onSave = (isForColleague: boolean) => {
    forColleague.current = isForColleague && isOfPerson;
    if (forColleague.current) saveForColleague();
    else leaveForm(save(store, watching.foundOut));
  };
  const copied = copying.data;
  return (
    <FormFrame
      name={entity}
      title={say(`register.title.${entity}`)}
      onSave={onSave}
      above={
        <>
          <Aids entity={entity} onCopy={() => copying.mutate()} />
          <SavedLine name={entity} />
        </>
      }
      beside={
        <div className={classes.side}>
          {isOfPerson && <CardPreview entity={entity} />}
          <Duplicates
            store={store}
            watching={watching}
            onSave={() => onSave(forColleague.current)}
          />
        </div>
      }
      bar={
        <SaveBar
          store={store}
          save={`register.save.${entity}`}
          clear="register.clear"
          clearConfirm="register.clear_confirm"
          onSave={() => onSave(false)}
          onPutAside={() => leaveForm(putAside(store))}
          onClear={() => discard(store).then(goOn)}
          also={
            isOfPerson && (
              <Button
                variant="default"
                disabled={isSaving}
                leftSection={<IconUserPlus size={18} aria-hidden />}
                title={`${say("copy.key_colleague")} (${colleagueKey})`}
                onClick={onlyFirst(() => onSave(true))}
              >
                {say("copy.colleague")}
              </Button>
            )
          }
        >
          <TidiedOnSaving entity={entity} />
          {isOfPerson && <TidiedOnSaving entity={entity} from="clients" />}
          <DuplicatesLine watching={watching} />
          <Text role="status" className={classes.copied}>
            {copied &&
              say("copy.done", { name: nameOfRecord(words, copied.record), count: copied.count })}
            {copied === null && say("copy.none")}
            {copying.error && say("copy.failed")}
          </Text>
        </SaveBar>
      }
    />
  );
}
