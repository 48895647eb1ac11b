// The names of one kind: correct one, forget one.

import { Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Confirm } from "../../../app/Confirm";
import { TroubleNote } from "../../../app/TroubleNote";
import { backend, type NamedChoice } from "../../../backend";
import { useChoices, useReadChoicesAnew } from "../../../choices/choices";
import type { NamedKind } from "../../../choices/kinds";
import { matching } from "../../../choices/matching";
import { useWords } from "../../../i18n/useWords";
import { NameRow } from "./NameRow";
import classes from "./Names.module.css";

// With fewer than this nobody needs to look for one; of more than that some are left out.
const few = 12;
const most = 200;

export function NamesTable({ kind }: { kind: NamedKind }) {
  const { say } = useWords();
  const readAnew = useReadChoicesAnew();
  const named = useChoices().named(kind);
  const [text, setText] = useState("");
  const [toForget, askToForget] = useState<NamedChoice | null>(null);
  const forgetting = useMutation({
    mutationFn: ({ of, id }: NamedChoice) => backend.forgetChoice(of, id),
    // The row goes with its button: the caret is put into the table.
    onSuccess: () => table.current?.focus(),
    onSettled: readAnew,
  });
  const table = useRef<HTMLElement>(null);
  const found = text.trim() === "" ? named : matching(text, named);
  // A number that was used and has no name yet is what is looked for here.
  const sorted = [...found].sort(
    (one, other) => Number(one.name !== "") - Number(other.name !== ""),
  );
  const beyond = sorted.length - most;
  const title = say(`names.kind.${kind}`);
  if (named.length === 0) return <Text c="dimmed">{say("names.empty")}</Text>;
  return (
    <>
      {forgetting.error && <TroubleNote error={forgetting.error} />}
      {named.length > few && (
        <TextInput
          type="search"
          name="names_search"
          className={classes.search}
          label={say("names.search")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by key too */}
      <section ref={table} className={classes.box} aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say("names.number")}</th>
              <th scope="col">{say("names.name")}</th>
              <th scope="col">{say("names.from")}</th>
              <th scope="col">
                <span className="visually-hidden">{say("names.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((choice) => (
              <NameRow key={choice.id} choice={choice} onForget={() => askToForget(choice)} />
            ))}
          </tbody>
        </table>
      </section>
      <Text role="status" c="dimmed">
        {sorted.length === 0 && say("choice.none_alike")}
        {beyond > 0 && say("choice.beyond", { count: beyond })}
      </Text>
      <Confirm
        opened={toForget !== null}
        title={say("names.forget")}
        question={say("names.forget_confirm", {
          name: toForget?.name || say("choice.number", { id: String(toForget?.id ?? "") }),
        })}
        action={say("names.forget")}
        onConfirm={() => toForget && forgetting.mutate(toForget)}
        onClose={() => askToForget(null)}
      />
    </>
  );
}
