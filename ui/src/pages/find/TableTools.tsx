// Beside the filters: how the table is sorted, and which columns it has.

import { Button, NativeSelect } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconColumns3 } from "@tabler/icons-react";
import type { Entity } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { ColumnsDialog } from "./ColumnsDialog";
import { orderKeys } from "./keeping";
import { sort, useFinding } from "./looking";

export function TableTools({ entity }: { entity: Entity }) {
  const { say, label } = useWords();
  const finding = useFinding(entity);
  const order = useStore(finding.looking, ({ query }) => query.order);
  const [opened, { open, close }] = useDisclosure();
  const orders = orderKeys(entity).flatMap((key) => [
    { value: `${key} down`, label: say("find.order_down", { label: label(entity, key) }) },
    { value: `${key} up`, label: say("find.order_up", { label: label(entity, key) }) },
  ]);
  return (
    <>
      <NativeSelect
        name="order"
        aria-label={say("find.order")}
        title={say("find.order")}
        data={orders}
        value={order ? `${order.key} ${order.descending ? "down" : "up"}` : undefined}
        onChange={({ currentTarget }) => {
          const [key = "", direction] = currentTarget.value.split(" ");
          sort(finding, { key, descending: direction === "down" });
        }}
      />
      <Button
        variant="default"
        leftSection={<IconColumns3 size={18} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open}
      >
        {say("columns.title")}
      </Button>
      <ColumnsDialog entity={entity} opened={opened} onClose={close} />
    </>
  );
}
