// What was typed beside what the service lists, field by field. This marks differences for the eye;
// whether two records are the same was decided before, by the program.

import { type Candidate, contract, type Typed } from "../../backend";
import { nameOf } from "../../outbox/naming";
import { isFlag, isSet } from "../find/values";

type Theirs = { text: string; differs: boolean };
export type Compared = { key: string; yours: string; theirs: Theirs[] };

/** Every field that either side fills, the differing ones first. */
export function compare(form: Typed, candidates: Candidate[]): Compared[] {
  const yours = asListed(form);
  const rows = comparable(form).flatMap((key) => {
    const own = yours[key] ?? "";
    const theirs = candidates.map(({ fields }) => {
      const text = fields[key] ?? "";
      const isFlagged = isFlag(form.entity, key);
      const differs = isFlagged ? isSet(text) !== isSet(own) : folded(text) !== folded(own);
      return { text, differs };
    });
    const isFilled = own !== "" || theirs.some(({ text }) => text !== "");
    return isFilled ? [{ key, yours: own, theirs }] : [];
  });
  const differs = ({ theirs }: Compared) => theirs.some(({ differs }) => differs);
  return [...rows.filter(differs), ...rows.filter((row) => !differs(row))];
}

/** People are listed with their names in one piece. */
function asListed({ entity, values, client_name }: Typed): Record<string, string | undefined> {
  if (entity === "clients") return values;
  const kana = [values.family_name_kana, values.first_name_kana].filter(Boolean).join(" ");
  return { ...values, name: nameOf(values), name_kana: kana, client_name: client_name ?? "" };
}

function comparable({ entity }: Typed): string[] {
  const people = entity === "clients" ? [] : ["name", "name_kana", "client_name"];
  const taken = contract[entity].fields.filter(
    ({ create, answer, kind }) =>
      create !== null && answer !== null && !(kind.type === "id" && answer !== "integer"),
  );
  return [...people, ...taken.map(({ key }) => key)];
}

function folded(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
