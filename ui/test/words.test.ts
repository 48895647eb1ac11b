import { readFileSync } from "node:fs";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { contract, type Entity } from "../src/backend";
import { labelId, languages, messages } from "../src/i18n/messages";

const entities = Object.keys(contract) as Entity[];
const ids = Object.keys(messages.en).sort();

/** The parameters that a message takes. */
function parametersOf(text: string): string[] {
  const outer = text.match(/\{(\w+)[,}]/g) ?? [];
  return [...new Set(outer.map((part) => part.slice(1, -1)))].sort();
}

test.each(languages)("$label has a word for everything, and no other", ({ value }) => {
  expect(Object.keys(messages[value]).sort()).toEqual(ids);
  expect(Object.entries(messages[value]).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(languages)("$label can be read as it is written", ({ value }) => {
  const broken: string[] = [];
  const intl = createIntl({
    locale: value,
    messages: messages[value],
    onError: (error) => {
      broken.push(error.message);
    },
  });
  for (const id of ids) {
    const text = messages[value][id as keyof typeof messages.en];
    const parameters = Object.fromEntries(parametersOf(text).map((name) => [name, 1]));
    intl.formatMessage({ id }, parameters);
  }
  expect(broken).toEqual([]);
});

test("every message takes the same parameters in each language", () => {
  const differing = ids.filter((id) => {
    const said = languages.map(({ value }) =>
      parametersOf(messages[value][id as keyof typeof messages.en]).join(),
    );
    return new Set(said).size > 1;
  });
  expect(differing).toEqual([]);
});

test("every field that the contract names has a label, and so has every filter", () => {
  const unnamed = entities.flatMap((entity) =>
    [
      ...contract[entity].fields.map(({ key }) => key),
      ...contract[entity].searches.map(({ field }) => field),
    ].filter((key) => labelId(entity, key) === null),
  );
  expect(unnamed).toEqual([]);
});

test("every published choice of a field has a name", () => {
  const unnamed = contract.business_cards.fields.flatMap(({ key, kind }) =>
    kind.type === "one_of"
      ? kind.values.filter((value) => !(`choice.${key}.${value}` in messages.en))
      : [],
  );
  expect(unnamed).toEqual([]);
});

describe("what the program can tell", () => {
  const bindings = readFileSync(`${import.meta.dirname}/../src/backend/bindings.ts`, "utf8");
  const named = (name: string) =>
    [...bindings.matchAll(new RegExp(`\\{ ${name}: "(\\w+)"`, "g"))].map(([, code]) => code);

  test("every trouble has its words", () => {
    const codes = named("code");
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(`trouble.${code}` in messages.en))).toEqual([]);
  });

  test("every fault has its words", () => {
    const faults = named("fault");
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.filter((fault) => !(`fault.${fault}` in messages.en))).toEqual([]);
  });
});

test("Russian counts as Russian does", () => {
  const intl = createIntl({ locale: "ru", messages: messages.ru });
  const say = (count: number) => intl.formatMessage({ id: "details.empty" }, { count });
  expect([1, 2, 5, 21].map(say)).toEqual([
    ...["1 пустое поле", "2 пустых поля", "5 пустых полей", "21 пустое поле"],
  ]);
});

test("no word is jargon and nothing is shouted", () => {
  const bad = /\b(API(?! key)|null|request|timeout)\b|[!！]/i;
  const said = languages.flatMap(({ value }) => Object.entries(messages[value]));
  expect(said.filter(([, text]) => bad.test(text) && !/APIキー|ключ API/i.test(text))).toEqual([]);
});
