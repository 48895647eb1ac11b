// Says that an abbreviated legal form was written out in a new company's name, and gives the way
// back to what was typed.

import { Button, Text } from "@mantine/core";
import { useWords } from "../i18n/useWords";
import { isPutBack, putBackKey } from "../keys/guard";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useStore } from "../store/store";
import { type FormStore, typeInto, valueIn } from "./form";
import { beginningOf } from "./newCompany";
import classes from "./WrittenOut.module.css";

export function WrittenOut({ store }: { store: FormStore }) {
  const { say } = useWords();
  const form = useStore(store, (form) => form);
  const beginning = beginningOf(form);
  const typed = beginning?.isWrittenOut ? beginning.typed : null;
  const written = form.begun.name ?? "";
  const name = valueIn(form, "name");
  const other = name === written ? typed : name === typed ? written : null;

  useWindowKeys((event) => {
    if (other === null || event.defaultPrevented || !isPutBack(event)) return;
    event.preventDefault();
    typeInto(store, "name", other);
  });

  if (typed === null) return null;
  return (
    <div className={classes.writtenOut}>
      <Text role="status" size="sm">
        {other === typed && say("company.written_out", { typed })}
        {other === written && say("company.kept_as_typed")}
      </Text>
      {other !== null && (
        <Button variant="default" size="compact-sm" onClick={() => typeInto(store, "name", other)}>
          {say(other === typed ? "company.keep_as_typed" : "company.write_out")} ({putBackKey})
        </Button>
      )}
    </div>
  );
}
