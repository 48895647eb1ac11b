// Records that belong with this one. The service links few of them, so most are found by name, and
// said to be. A search costs a call: none is made before the person asks.

import { Button } from "@mantine/core";
import { IconBuilding, IconId, IconUserSearch, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useConnection } from "../../../app/connection";
import { backend, type Entity, type FoundRecord } from "../../../backend";
import type { MessageId } from "../../../i18n/messages";
import { useWords } from "../../../i18n/useWords";
import { nameIn } from "../columns";
import type { Terms } from "../keeping";
import { showFound, showRegistered } from "../showing";

type Fields = FoundRecord["fields"];

/** From a person to their company: the one that it is, or those that are called so. */
export function Company({ fields }: { fields: Fields }) {
  const { say } = useWords();
  const { id } = useConnection();
  const company = useCompany(fields);
  const { client_name } = fields;
  if (company === null && !client_name) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconBuilding size={18} aria-hidden />}
      onClick={() => {
        if (company !== null) void showRegistered(id, "clients", company, {});
        else showFound(id, "clients", { "search[name]": client_name ?? "" });
      }}
    >
      {say(company === null ? "related.companies" : "related.company")}
    </Button>
  );
}

/** From a person to others: those of the company, and records of the other kind with that name. */
export function Others({ entity, fields }: { entity: Entity; fields: Fields }) {
  const { say } = useWords();
  const { id } = useConnection();
  return linksOf(entity, fields).map(({ label, to, terms, icon: Icon }) => (
    <Button
      key={label}
      variant="subtle"
      justify="start"
      leftSection={<Icon size={18} aria-hidden />}
      onClick={() => showFound(id, to, terms)}
    >
      {say(label)}
    </Button>
  ));
}

/** The company's number: what the service tells of a lead, and what this machine knows by its name. */
function useCompany({ client_id, client_name = "" }: Fields): number | null {
  const { id } = useConnection();
  const isNamed = !client_id && client_name !== "";
  const { data } = useQuery({
    queryKey: [id, "known_companies", client_name],
    queryFn: () => backend.knownCompanies(client_name),
    enabled: isNamed,
    staleTime: 0,
  });
  if (client_id) return Number(client_id);
  return (isNamed && data?.called_so) || null;
}

type Link = {
  label: MessageId;
  to: Entity;
  terms: Terms;
  icon: ComponentType<{ size: number; "aria-hidden": boolean }>;
};

function linksOf(entity: Entity, fields: Fields): Link[] {
  const { client_name, family_name, first_name } = fields;
  const links: Link[] = [];
  if (entity === "clients") return links;
  if (client_name) {
    const terms = { "search[client_name]": client_name };
    links.push({ label: "related.people", to: entity, terms, icon: IconUsers });
  }
  const name = nameIn(fields);
  if (entity === "business_cards" && name) {
    const terms = { "search[name]": name };
    links.push({ label: "related.leads", to: "leads", terms, icon: IconUserSearch });
  }
  if (entity === "leads" && family_name) {
    const terms = {
      "search[family_name]": family_name,
      ...(first_name && { "search[first_name]": first_name }),
    };
    links.push({ label: "related.cards", to: "business_cards", terms, icon: IconId });
  }
  return links;
}
