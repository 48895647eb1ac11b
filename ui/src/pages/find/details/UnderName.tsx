// The cards and leads that are found under a company's name, once the person asks for them.

import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useConnection } from "../../../app/connection";
import type { Query } from "../../../backend";
import { troubleOf } from "../../../backend";
import { findRecords } from "../../../backend/finding";
import { useWords } from "../../../i18n/useWords";
import { nameIn } from "../columns";
import { showFound, showRegistered } from "../showing";
import classes from "./RecordDetails.module.css";
import { Unfolding } from "./Unfolding";

export function UnderName({ name }: { name: string }) {
  const { say } = useWords();
  return (
    <Unfolding label={say("related.under_name")}>
      <People entity="business_cards" name={name} />
      <People entity="leads" name={name} />
    </Unfolding>
  );
}

const shown = 20;

function People({ entity, name }: { entity: "business_cards" | "leads"; name: string }) {
  const words = useWords();
  const { say } = words;
  const connection = useConnection();
  const search = { "search[client_name]": name };
  const newest: Query = {
    search,
    order: { key: "id", descending: true },
    number: 1,
    display_number: shown,
  };
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: [connection.id, "find", entity, newest],
    queryFn: ({ signal }) => findRecords(entity, newest, signal),
  });
  return (
    <>
      <h3 className={classes.title}>{say(`related.${entity}_under_name`)}</h3>
      <div role="status">
        {isFetching && <Text>{say("find.loading")}</Text>}
        {!isFetching && error && <Text>{words.trouble(troubleOf(error))}</Text>}
        {data?.records.length === 0 && <Text>{say("related.none")}</Text>}
      </div>
      {!isFetching && error && (
        <Button variant="default" onClick={() => refetch()}>
          {say("action.try_again")}
        </Button>
      )}
      {data && data.records.length > 0 && (
        <>
          <ul className={classes.people}>
            {data.records.map(({ id, fields }, at) => (
              <li key={id ?? `at ${at}`}>
                {id === null ? (
                  nameIn(fields) || say("find.no_name")
                ) : (
                  <Button
                    variant="subtle"
                    className={classes.person}
                    onClick={() => showRegistered(connection.id, entity, id, fields)}
                  >
                    {nameIn(fields) || say("find.no_name")}
                  </Button>
                )}
                <span className={classes.beside}>
                  {" "}
                  {[fields.client_name, fields.organization_name, fields.post]
                    .filter((text) => text && text !== name)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ul>
          <Button variant="subtle" onClick={() => showFound(connection.id, entity, search)}>
            {say("related.in_table", { count: data.total_count })}
          </Button>
        </>
      )}
    </>
  );
}
