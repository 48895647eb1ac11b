// The list of keys: F1, or the button with the question mark.

import { Kbd, Modal, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { changeKey, duplicatesKey, isMac, putBackKey } from "./guard";
import { useWindowKeys } from "./useWindowKeys";

const modifier = isMac() ? "⌘" : "Ctrl";

/** The key that saves, as it is written beside the button. */
export const saveKey = `${modifier}+Enter`;

/** The key that takes what is known of the company. */
export const takeKey = `${isMac() ? "⌥" : "Alt"}+Enter`;

/** The keys that spare typing, as they are written beside their buttons. */
export const colleagueKey = `${modifier}+Shift+Enter`;
export const copyKey = `${modifier}+D`;
export const pinKey = `${modifier}+L`;
export const signatureKey = `${modifier}+Shift+S`;

const keys: readonly { key: string; what: MessageId }[] = [
  { key: "Enter", what: "keys.enter" },
  { key: "Shift+Enter", what: "keys.new_line" },
  { key: "Tab", what: "keys.tab" },
  { key: "PgDn PgUp", what: "keys.part" },
  { key: "↑ ↓", what: "keys.list" },
  { key: "Space", what: "keys.space" },
  { key: "Backspace", what: "keys.backspace" },
  { key: takeKey, what: "company.take_key" },
  { key: saveKey, what: "keys.save" },
  { key: colleagueKey, what: "copy.key_colleague" },
  { key: copyKey, what: "copy.key" },
  { key: pinKey, what: "pin.key" },
  { key: signatureKey, what: "signature.key" },
  { key: putBackKey, what: "tidy.key" },
  { key: duplicatesKey, what: "duplicates.key" },
  { key: "Esc", what: "keys.escape" },
  { key: "↑ ↓ ← →", what: "keys.arrows" },
  { key: "Home End PgUp PgDn", what: "keys.far" },
  { key: "Enter", what: "keys.enter_row" },
  { key: changeKey, what: "keys.change" },
  { key: `${modifier}+C`, what: "keys.copy" },
  { key: "Enter", what: "keys.enter_search" },
  { key: `${modifier} + − 0`, what: "keys.zoom" },
  { key: "F1", what: "keys.help" },
];

/** For a page without a rail: the list opens with its key alone. */
export function KeysHelp(): ReactNode {
  const [list] = useKeysHelp();
  return list;
}

/** The list, to be put into the page, and the way to open it. */
export function useKeysHelp(): [ReactNode, () => void] {
  const { say } = useWords();
  const [opened, { open, close }] = useDisclosure();

  useWindowKeys((event) => {
    if (event.key !== "F1") return;
    event.preventDefault();
    open();
  });

  const list = (
    <Modal
      opened={opened}
      onClose={close}
      title={say("keys.title")}
      size="lg"
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("keys.key")}</Table.Th>
            <Table.Th>{say("keys.what")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map(({ key, what }) => (
            <Table.Tr key={what}>
              <Table.Td style={{ whiteSpace: "nowrap" }}>
                <Kbd size="md" style={{ fontFamily: "inherit" }}>
                  {key}
                </Kbd>
              </Table.Td>
              <Table.Td>{say(what)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
  return [list, open];
}
