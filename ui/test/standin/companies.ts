// The companies of the stand-in: those that the machine knows, those that the service finds, and
// the little that it knows of legal forms.

import type { Company, FoundCompanies, NewCompany } from "../../src/backend";
import { companies } from "./cards";
import type { Outbox } from "./outbox";

export const offered = {
  tel: "03-0000-1234",
  zip: "100-0000",
  pref_id: "13",
  address: "千代田区架空町1-2-3 青空ビル5階",
  url: "https://www.aozora.example/",
};

export function companyAnswers(known: readonly Company[], outbox: Outbox) {
  const find = (among: readonly Company[], part: string): FoundCompanies => {
    const core = withoutForm(part);
    const called = among.filter(({ name }) => withoutForm(name) === core);
    const waiting = outbox
      .records()
      .filter(
        ({ form, stage }) =>
          form.entity === "clients" &&
          stage.stage !== "draft" &&
          stage.stage !== "done" &&
          form.values.name?.includes(core),
      );
    return {
      companies: core ? among.filter(({ name }) => name.includes(core)) : [],
      waiting: core ? waiting.map(({ id }) => id) : [],
      called_so: called.length === 1 ? (called[0]?.id ?? null) : null,
    };
  };
  return {
    known_companies: ({ part }: { part: string }) => find(known, part),
    companies: ({ part }: { part: string }) => find(companies, part),
    company_offer: ({ id }: { id: number }) => (id === 11 ? offered : {}),
    new_company: ({ typed, reading }: { typed: string; reading: string }): NewCompany => {
      const name = typed.replace("㈱", "株式会社");
      return {
        values: {
          name,
          name_disp: withoutForm(typed),
          ...(reading && { name_kana: reading.replace(/^カブシキガイシャ|カブシキガイシャ$/, "") }),
        },
        typed: name === typed ? null : typed,
      };
    },
  };
}

function withoutForm(name: string): string {
  return name.replace(/㈱|株式会社/, "").trim();
}
