// Records that belong with this one. The service links few of them, so most are found by name, and
// said to be. A search costs a call: none is made before the person asks.

import { Button, Group } from "@mantine/core";
import { IconBuilding, IconId, IconUserSearch } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Entity, FoundRecord } from "../../../backend";
import type { MessageId } from "../../../i18n/messages";
import { useWords } from "../../../i18n/useWords";
import { nameIn } from "../columns";
import type { Terms } from "../keeping";
import { useGoing } from "./going";
import { UnderName } from "./UnderName";

type Props = { entity: Entity; record: FoundRecord };

export function Related({ entity, record: { fields } }: Props) {
  const { say } = useWords();
  const go = useGoing();
  const links = linksOf(entity, fields);
  if (entity === "clients") return fields.name ? <UnderName name={fields.name} /> : null;
  if (links.length === 0) return null;
  return (
    <Group gap="xs">
      {links.map(({ label, to, terms, opens, icon: Icon }) => (
        <Button
          key={label}
          variant="light"
          leftSection={<Icon size={18} aria-hidden />}
          onClick={() => go(to, terms, opens)}
        >
          {say(label)}
        </Button>
      ))}
    </Group>
  );
}

type Link = {
  label: MessageId;
  to: Entity;
  terms: Terms;
  /** Whether what is found can only be the one. */
  opens: boolean;
  icon: ComponentType<{ size: number; "aria-hidden": boolean }>;
};

function linksOf(entity: Entity, fields: FoundRecord["fields"]): Link[] {
  const { client_id, client_name, family_name, first_name } = fields;
  const links: Link[] = [];
  if (client_id) {
    const terms = { "search[from_id]": client_id, "search[to_id]": client_id };
    const icon = IconBuilding;
    links.push({ label: "related.company", to: "clients", terms, opens: true, icon });
  } else if (client_name) {
    const terms = { "search[name]": client_name };
    const icon = IconBuilding;
    links.push({ label: "related.companies", to: "clients", terms, opens: false, icon });
  }
  const name = nameIn(fields);
  if (entity === "business_cards" && name) {
    const terms = { "search[name]": name };
    links.push({ label: "related.leads", to: "leads", terms, opens: false, icon: IconUserSearch });
  }
  if (entity === "leads" && family_name) {
    const terms = {
      "search[family_name]": family_name,
      ...(first_name && { "search[first_name]": first_name }),
    };
    links.push({ label: "related.cards", to: "business_cards", terms, opens: false, icon: IconId });
  }
  return links;
}
