import { expect, test } from "vitest";
import { contract, type Entity } from "../src/backend";
import { descriptions } from "../src/pages/find/entities";
import { filtersOf, usualFilters } from "../src/pages/find/filters";
import { answeredFields } from "../src/pages/find/values";
import { fieldsOf, moreGroup, shownGroups } from "../src/pages/register-card/layout";

test("every parameter of a new card stands in the form, once", () => {
  const published = contract.business_cards.fields.filter(({ create }) => create !== null);
  const placed = [...shownGroups, moreGroup].flatMap(fieldsOf).map(({ field }) => field.key);
  expect(published).toHaveLength(27);
  expect([...placed].sort()).toEqual(published.map(({ key }) => key).sort());
});

test("what a new card needs is never folded away", () => {
  expect(fieldsOf(moreGroup).filter(({ field }) => field.create === "required")).toEqual([]);
});

const entities: [Entity, number][] = [
  ["business_cards", 28],
  ["clients", 26],
  ["leads", 61],
];

test.each(entities)(
  "every search parameter of %s stands among the filters, once",
  (entity, count) => {
    const published = contract[entity].searches.map(({ parameter }) => parameter);
    const { groups } = descriptions[entity];
    const placed = [
      ...usualFilters(entity),
      ...groups.flatMap((group) => filtersOf(entity, group)),
    ];
    expect(published).toHaveLength(count);
    expect(placed.map(({ parameter }) => parameter).sort()).toEqual([...published].sort());
    expect(usualFilters(entity)).toHaveLength(5);
  },
);

test.each(entities)("the order of the details of %s names fields that answers carry", (entity) => {
  const answered = answeredFields(entity).map(({ key }) => key as string);
  const { first } = descriptions[entity];
  expect(new Set(first).size).toBe(first.length);
  expect(first.filter((key) => answered.includes(key)).length).toBeGreaterThan(15);
});
