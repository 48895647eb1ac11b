// Giving a number its name.

import { useMutation } from "@tanstack/react-query";
import { backend, type Fault, TroubleError, troubleOf } from "../../../backend";
import { useReadChoicesAnew } from "../../../choices/choices";
import type { NamedKind } from "../../../choices/kinds";

type Name = { of: NamedKind; id: string; name: string };

/** The greatest number that an id can be. */
const greatest = 0xffff_ffff;

export function useNaming(onDone: (name: Name) => void) {
  const readAnew = useReadChoicesAnew();
  const naming = useMutation({
    mutationFn: async ({ of, id, name }: Name) => {
      const number = Number(id.normalize("NFKC").trim() || Number.NaN);
      if (!Number.isInteger(number) || number < 1 || number > greatest) {
        const problems = [{ key: "id", fault: { fault: "not_an_id" } as Fault }];
        throw new TroubleError({ code: "invalid", problems });
      }
      await backend.nameChoice(of, number, name);
    },
    onSuccess: (_, name) => onDone(name),
    onSettled: readAnew,
  });
  const trouble = naming.error ? troubleOf(naming.error) : null;
  const problems = trouble?.code === "invalid" ? trouble.problems : [];
  const faultOf = (key: string) => problems.find((problem) => problem.key === key)?.fault ?? null;
  return {
    give: naming.mutate,
    again: naming.reset,
    isBusy: naming.isPending,
    faults: { id: faultOf("id"), name: faultOf("name") },
    /** What went wrong and belongs to neither field. */
    error: trouble && trouble.code !== "invalid" ? naming.error : null,
  };
}
