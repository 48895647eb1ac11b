// What was searched for, each as a mark that can be taken off.

import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useConnection } from "../../app/connection";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import classes from "./FindCardsPage.module.css";
import { filterLabel } from "./filters";
import { dropTerm, lookingOf, searches } from "./looking";

export function AppliedTerms() {
  const words = useWords();
  const store = lookingOf(useConnection().id);
  const terms = useStore(store, ({ query }) => query.search);
  const applied = searches.filter(({ parameter }) => terms[parameter] !== undefined);
  if (applied.length === 0) return null;
  return (
    <ul className={classes.terms} aria-label={words.say("find.applied")}>
      {applied.map((search) => {
        const parameters = {
          label: filterLabel(words, search),
          value: terms[search.parameter] ?? "",
        };
        return (
          <li key={search.parameter}>
            <Button
              variant="light"
              size="compact-md"
              className={classes.term}
              rightSection={<IconX size={16} aria-hidden />}
              aria-label={words.say("find.remove_filter", parameters)}
              onClick={() => dropTerm(store, search.parameter)}
            >
              {parameters.label}: {parameters.value}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
