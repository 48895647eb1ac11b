// What the stand-in knows of a record that is to be changed: what it lists, what names tell, and
// nothing of the rest.

import {
  type ChangeSheet,
  type Company,
  contract,
  type Entity,
  type NamedChoice,
  type Shown,
} from "../../src/backend";
import { companies } from "./cards";

type Field = (typeof contract)[Entity]["fields"][number];
type Asked = { entity: Entity; id: number; listed: Record<string, string> };

/** The names that are listed in place of ids. */
const names: Record<string, string> = {
  organization_id: "organization_name",
  pref_id: "pref",
  owner_user_id: "user_name",
  user_id: "user_name",
};

export function beginChange({ entity, id, listed }: Asked, known: NamedChoice[]): ChangeSheet {
  const shownOf = (field: Field): Shown => {
    const { key, kind, answer } = field;
    const own = listed[key] ?? "";
    if (key === "id") return { shown: "listed", value: String(id) };
    if (kind.type === "flag") return { shown: "listed", value: own || "false" };
    if (kind.type !== "id" || answer === "integer") {
      return answer === null ? { shown: "hidden" } : { shown: "listed", value: own };
    }
    if (key === "client_id") return certain ? shown(certain) : { shown: "hidden" };
    const words = listed[names[key] ?? key] ?? "";
    if (words === "") return { shown: answer === null ? "known" : "listed", value: "" };
    const [named, other] = known.filter((choice) => choice.of === kind.of && choice.name === words);
    return named && !other ? shown(named) : { shown: "words", text: words };
  };
  const called = companies.filter(({ name }) => name === listed.client_name);
  const certain: Company | undefined = called.length === 1 ? called[0] : undefined;
  const taken = contract[entity].fields.filter(({ update }) => update !== null);
  return {
    fields: Object.fromEntries(taken.map((field) => [field.key, shownOf(field)])),
    companies: entity === "business_cards" && !certain ? called : [],
  };
}

function shown({ id }: { id: number }): Shown {
  return { shown: "known", value: String(id) };
}
