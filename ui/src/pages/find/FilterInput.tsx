// One filter, drawn after what can be asked with it: a text, a day, a choice by name, yes or no.

import { NativeSelect, TextInput } from "@mantine/core";
import type { Entity, Problem as FieldProblem } from "../../backend";
import { ChoiceInput } from "../../choices/ChoiceInput";
import { Problem } from "../../form/Field";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { choiceIn, filterLabel, type Search } from "./filters";
import { typeTerm, useFinding } from "./looking";
import { wordsOfTerm } from "./terms";

type Props = { entity: Entity; search: Search; problem: FieldProblem | undefined };

export function FilterInput({ entity, search, problem }: Props) {
  const words = useWords();
  const finding = useFinding(entity);
  const value = useStore(finding.looking, ({ typed }) => typed[search.parameter] ?? "");
  const common = {
    name: search.parameter,
    label: filterLabel(words, entity, search),
    value,
    error: problem && <Problem>{words.fault(problem.fault)}</Problem>,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      typeTerm(finding, search.parameter, currentTarget.value),
  };
  const offered = { flag: ["1", "0"], status: ["1", "2"] }[search.matching as string];
  if (offered) {
    return (
      <NativeSelect
        {...common}
        data={[
          { value: "", label: words.say("find.either") },
          ...offered.map((term) => ({ value: term, label: wordsOfTerm(words, search, term) })),
        ]}
      />
    );
  }
  const choice = choiceIn(entity, search);
  if (choice) {
    return (
      <ChoiceInput
        {...common}
        of={choice}
        multiple={search.matching === "any_of"}
        onChange={(chosen) => typeTerm(finding, search.parameter, chosen)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      placeholder={placeholders[search.matching]}
      inputMode={isNumber(search) ? "numeric" : "text"}
    />
  );
}

const placeholders: Partial<Record<Search["matching"], string>> = {
  from_day: "2026/11/23",
  to_day: "2026/11/23",
  from_moment: "2026/11/23 09:30:00",
  to_moment: "2026/11/23 09:30:00",
  from_degrees: "35.681236",
  to_degrees: "35.681236",
  any_of: "12, 34, 56",
};

function isNumber({ matching }: Search): boolean {
  return matching === "exact" || matching === "from_id" || matching === "to_id";
}
