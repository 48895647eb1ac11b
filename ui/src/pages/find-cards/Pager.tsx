// How many there are, which of them are shown, and the way to the others.

import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
} from "@tabler/icons-react";
import { useConnection } from "../../app/connection";
import type { Found } from "../../backend";
import type { MessageId } from "../../i18n/messages";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import classes from "./FindCardsPage.module.css";
import { lookingOf, pageSizes, turn } from "./looking";

export function Pager({ found }: { found: Found }) {
  const { say, number } = useWords();
  const store = lookingOf(useConnection().id);
  const size = useStore(store, ({ query }) => query.display_number);
  const { current_number: page, total_number: pages, total_count: total } = found;
  const from = Math.min((page - 1) * size + 1, total);
  const to = Math.min(from + found.records.length - 1, total);
  const steps: { label: MessageId; to: number; icon: typeof IconChevronLeft }[] = [
    { label: "find.first", to: 1, icon: IconChevronsLeft },
    { label: "find.previous", to: page - 1, icon: IconChevronLeft },
    { label: "find.next", to: page + 1, icon: IconChevronRight },
    { label: "find.last", to: pages, icon: IconChevronsRight },
  ];
  return (
    <div className={classes.pager}>
      <Text role="status">
        {total === 0
          ? say("find.count", { total })
          : say("find.range", { from: number(from), to: number(to), total: number(total) })}
      </Text>
      <Group gap="xs" role="group" aria-label={say("find.page")}>
        {steps.map(({ label, to: target, icon: Icon }) => (
          <ActionIcon
            key={label}
            variant="default"
            size={34}
            aria-label={say(label)}
            title={say(label)}
            disabled={target < 1 || target > pages || target === page}
            onClick={() => turn(store, { number: target })}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ))}
        <Text>
          {say("find.page_of", { page: number(page), pages: number(Math.max(pages, 1)) })}
        </Text>
      </Group>
      <Group gap="xs">
        <label htmlFor="page-size">{say("find.page_size")}</label>
        <NativeSelect
          id="page-size"
          name="page[display_number]"
          data={pageSizes.map(String)}
          value={String(size)}
          onChange={(event) =>
            turn(store, { display_number: Number(event.currentTarget.value), number: 1 })
          }
        />
      </Group>
    </div>
  );
}
