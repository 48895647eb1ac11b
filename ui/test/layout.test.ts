import { expect, test } from "vitest";
import { contract, type Entity } from "../src/backend";
import { type DeclaredField, declaredField, keysIn, layouts } from "../src/form/layout";
import { descriptions } from "../src/pages/find/entities";
import { filtersOf, usualFilters } from "../src/pages/find/filters";
import { answeredFields } from "../src/pages/find/values";

const entities = Object.keys(layouts) as Entity[];
const placed = (entity: Entity) => {
  const { groups, more } = layouts[entity];
  return [...groups, more].flatMap(keysIn).sort();
};
const fieldsOf = (entity: Entity): readonly DeclaredField[] => contract[entity].fields;

test.each(entities)("every parameter of new %s stands in the form, once", (entity) => {
  const published = fieldsOf(entity).filter(({ create }) => create !== null);
  expect(placed(entity)).toEqual(published.map(({ key }) => key).sort());
  expect(published).toHaveLength({ business_cards: 27, leads: 37, clients: 23 }[entity]);
});

test.each(entities)("whatever can be changed of %s stands in the form, once", (entity) => {
  const published = fieldsOf(entity).filter(({ key, update }) => update !== null && key !== "id");
  expect(placed(entity)).toEqual(published.map(({ key }) => key).sort());
});

test.each(entities)("what new %s need is never folded away", (entity) => {
  const folded = keysIn(layouts[entity].more).map((key) => declaredField(entity, key)?.create);
  expect(folded).not.toContain("required");
});

const counts: [Entity, number][] = [
  ["business_cards", 28],
  ["clients", 26],
  ["leads", 61],
];

test.each(counts)(
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

test.each(counts)("the order of the details of %s names fields that answers carry", (entity) => {
  const answered = answeredFields(entity).map(({ key }) => key as string);
  const { first } = descriptions[entity];
  expect(new Set(first).size).toBe(first.length);
  expect(first.filter((key) => answered.includes(key)).length).toBeGreaterThan(15);
});
