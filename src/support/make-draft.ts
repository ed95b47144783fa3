import type { ClauseId } from '../vocabulary/clauses.ts';
import { deny } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { AnswerObstacle } from './facts/read-obstacles.ts';
import type { FormPart } from './form/form-parts.ts';
import type {
  CompleteSupportDraft,
  DeniedSupportDraft,
  DraftAssumed,
  IncompleteSupportDraft,
} from './form/support-draft.ts';
import type { AdvisedFact, SupportKind } from './request-form.ts';

interface Draft<Kind extends SupportKind, Form> {
  readonly kind: Kind;
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  readonly fields: Form;
  readonly missing: readonly FormPart[];
  readonly advised: readonly AdvisedFact[];
  readonly assumed: readonly DraftAssumed[];
}

/** A request, complete where nothing is missing. */
export function makeDraft<Kind extends SupportKind, Form extends Unfinished, Unfinished>(
  draft: Draft<Kind, Unfinished>,
): CompleteSupportDraft<Kind, Form> | IncompleteSupportDraft<Kind, Unfinished> {
  const { kind, because, interpretations, fields, advised, assumed } = draft;
  const [first, ...others] = draft.missing;
  if (first !== undefined) {
    return {
      allowed: true,
      because,
      interpretations,
      kind,
      complete: false,
      fields,
      missing: [first, ...others],
      advised,
      assumed,
    };
  }
  return {
    allowed: true,
    because,
    interpretations,
    kind,
    complete: true,
    fields: fields as Form, // Whatever a form may lack would be among the missing parts.
    missing: [],
    advised,
    assumed,
  };
}

/** No request, as there is nothing to ask for. `clause` is the one that it would go by. */
export function denyDraft<Kind extends SupportKind>(
  kind: Kind,
  clause: ClauseId,
  found: readonly [AnswerObstacle<Kind>, ...AnswerObstacle<Kind>[]],
): DeniedSupportDraft<Kind> {
  const [first, ...others] = found;
  const { reason, obstacles, because, interpretations } = deny(
    [first.obstacle, ...others.map(({ obstacle }) => obstacle)],
    [clause],
  );
  return {
    allowed: false,
    reason,
    obstacles,
    because,
    interpretations,
    kind,
    complete: false,
    fields: null,
    missing: [],
    advised: [],
    assumed: [],
    deniedFor: found.flatMap(({ deniedFor }) => deniedFor ?? []),
  };
}
