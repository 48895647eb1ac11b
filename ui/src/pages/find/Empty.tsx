// Nothing found: what was searched for, and the way to register it.

import { Button, Stack, Text } from "@mantine/core";
import { useConnection } from "../../app/connection";
import type { Entity, Query } from "../../backend";
import { openAsSearched } from "../../form/next";
import { useWords } from "../../i18n/useWords";
import { descriptions } from "./entities";
import classes from "./FindPage.module.css";
import { useTerms } from "./terms";

export function Empty({ entity, query }: { entity: Entity; query: Query }) {
  const { say, list } = useWords();
  const { id } = useConnection();
  const terms = list(useTerms(entity, query).map(({ label, value }) => `${label} ${value}`));
  return (
    <Stack className={classes.empty} align="center" gap="sm">
      <Text size="md">{say(terms ? "find.empty" : `find.${entity}.empty_all`)}</Text>
      {terms && <Text>{say("find.empty_searched", { terms })}</Text>}
      {terms ? (
        <Button variant="default" onClick={() => openAsSearched(id, entity, query.search)}>
          {say(`find.${entity}.register_it`)}
        </Button>
      ) : (
        <Button component="a" href={`#${descriptions[entity].register}`} variant="default">
          {say(`find.${entity}.register_it`)}
        </Button>
      )}
    </Stack>
  );
}
