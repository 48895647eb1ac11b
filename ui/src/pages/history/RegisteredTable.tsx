// The records of one page of the history.

import { ActionIcon, Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { backend, type OutboxRecord, type Typed } from "../../backend";
import { writeMoment } from "../../i18n/dates";
import type { MessageId } from "../../i18n/messages";
import { useWords } from "../../i18n/useWords";
import { nameOfRecord } from "../../outbox/naming";
import { showSaved } from "../find/showing";
import classes from "./HistoryPage.module.css";

export function RegisteredTable({ records }: { records: OutboxRecord[] }) {
  const words = useWords();
  const { say } = words;
  const intl = useIntl();
  const connection = useConnection();
  const opening = useMutation({ mutationFn: (id: number) => backend.openCompany(id) });
  return (
    <>
      {opening.error && <TroubleNote error={opening.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a narrow window scrolls it by key too */}
      <section className={classes.box} aria-label={say("history.title")} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say("history.when")}</th>
              <th scope="col">{say("history.what")}</th>
              <th scope="col">{say("find.column_name")}</th>
              <th scope="col">{say("find.column_company")}</th>
              <th scope="col">{say("history.number")}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => {
              const { id, form, stage } = record;
              if (stage.stage !== "done") return null;
              const name = nameOfRecord(words, record);
              return (
                <tr key={id}>
                  <td className={classes.when}>{writeMoment(intl, stage.at)}</td>
                  <td>{say(whatWasDone(form))}</td>
                  <th scope="row">
                    <Button
                      variant="subtle"
                      className={classes.name}
                      title={say("history.show")}
                      onClick={() => showSaved(connection.id, record)}
                    >
                      {name}
                    </Button>
                  </th>
                  <td>{form.client_name}</td>
                  <td className={classes.number}>
                    {stage.id}
                    {form.entity === "clients" && (
                      <ActionIcon
                        variant="subtle"
                        size={32}
                        title={say("history.open")}
                        aria-label={`${say("history.open")}: ${name}`}
                        onClick={() => opening.mutate(stage.id)}
                      >
                        <IconExternalLink size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

function whatWasDone({ entity, change }: Typed): MessageId {
  return `history.${change ? "changed" : "registered"}.${entity}`;
}
