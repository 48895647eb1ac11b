// How many there are, which of them are shown, and the way to the others.

import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
} from "@tabler/icons-react";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import classes from "./Pager.module.css";

type Props = {
  /** This page, from 1. */
  page: number;
  pages: number;
  /** In all, and on this page. */
  total: number;
  shown: number;
  size: number;
  sizes: readonly number[];
  sizeLabel: MessageId;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
};

export function Pager(props: Props) {
  const { page, pages, total, shown, size, sizes, sizeLabel, onPage, onSize } = props;
  const { say, number } = useWords();
  const from = Math.min((page - 1) * size + 1, total);
  const to = Math.min(from + shown - 1, total);
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
          ? say("find.none_found")
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
            onClick={() => onPage(target)}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ))}
        <Text>
          {say("find.page_of", { page: number(page), pages: number(Math.max(pages, 1)) })}
        </Text>
      </Group>
      <Group gap="xs">
        <label htmlFor="page-size">{say(sizeLabel)}</label>
        <NativeSelect
          id="page-size"
          name="page[display_number]"
          data={sizes.map(String)}
          value={String(size)}
          onChange={(event) => onSize(Number(event.currentTarget.value))}
        />
      </Group>
    </div>
  );
}
