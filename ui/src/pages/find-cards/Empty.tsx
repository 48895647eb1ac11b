// Nothing found: what was searched for, and the way to register it.

import { Button, Stack, Text } from "@mantine/core";
import { places } from "../../app/places";
import type { Query } from "../../backend";
import { useWords } from "../../i18n/useWords";
import classes from "./FindCardsPage.module.css";
import { filterLabel } from "./filters";
import { searches } from "./looking";

export function Empty({ query }: { query: Query }) {
  const words = useWords();
  const { say } = words;
  const terms = searches
    .filter(({ parameter }) => query.search[parameter] !== undefined)
    .map((search) => `${filterLabel(words, search)} ${query.search[search.parameter]}`)
    .join(", ");
  return (
    <Stack className={classes.empty} align="center" gap="sm">
      <Text size="md">{say(terms ? "find.empty" : "find.empty_all")}</Text>
      {terms && <Text>{say("find.empty_searched", { terms })}</Text>}
      <Button component="a" href={`#${places.registerCard}`} variant="default">
        {say("find.register_it")}
      </Button>
    </Stack>
  );
}
