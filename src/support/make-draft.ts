import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Denied, deny, type Obstacle } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { FormPart } from './form/form-parts.ts';
import type {
  CompleteSupportDraft,
  DeniedSupportDraft,
  DraftAssumed,
  DraftRefusal,
  IncompleteSupportDraft,
  RefusalsOf,
} from './form/support-draft.ts';
import type { SupportRequest } from './form/support-facts.ts';
import type { AdvisedFact, SupportKind } from './request-form.ts';

interface Draft<Kind extends SupportKind, Form> {
  readonly request: SupportRequest<Kind>;
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  readonly fields: Form;
  readonly missing: readonly FormPart[];
  readonly advised: readonly AdvisedFact[];
  readonly assumed: readonly DraftAssumed[];
}

/** A request, complete if nothing is missing. */
export function makeDraft<Kind extends SupportKind, Form extends Unfinished, Unfinished>(
  draft: Draft<Kind, Unfinished>,
): CompleteSupportDraft<Kind, Form> | IncompleteSupportDraft<Kind, Unfinished> {
  const { request, because, interpretations, fields, advised, assumed } = draft;
  const [first, ...others] = draft.missing;
  if (first !== undefined) {
    return {
      kind: 'support-draft',
      allowed: true,
      because,
      interpretations,
      complete: false,
      fields,
      missing: [first, ...others],
      advised,
      assumed,
      request: asAnswered(request),
    };
  }
  return {
    kind: 'support-draft',
    allowed: true,
    because,
    interpretations,
    complete: true,
    fields: fields as Form, // Whatever a form may lack would be among the missing parts.
    missing: [],
    advised,
    assumed,
    request: asAnswered(request),
  };
}

/** No request, as the answer that it would be made from says no. */
export function denyForAnswer<Kind extends SupportKind>(
  request: SupportRequest<Kind>,
  clause: ClauseId,
  answer: Denied<RefusalsOf[Kind]>,
): DeniedSupportDraft<Kind> {
  const [first, ...others] = answer.obstacles.map(
    (obstacle): Obstacle<DraftRefusal> => ({ ...obstacle, reason: 'answer-denied' }),
  ) as [Obstacle<DraftRefusal>];
  const deniedFor = answer.obstacles.map(({ reason }) => reason);
  return denyDraft(request, clause, [first, ...others], deniedFor);
}

/** No request, as there is nothing to ask for. `clause` is the one that it would go by. */
export function denyDraft<Kind extends SupportKind>(
  request: SupportRequest<Kind>,
  clause: ClauseId,
  found: readonly [Obstacle<DraftRefusal>, ...Obstacle<DraftRefusal>[]],
  deniedFor: readonly RefusalsOf[Kind][],
): DeniedSupportDraft<Kind> {
  const { reason, obstacles, because, interpretations } = deny(found, [clause]);
  return {
    kind: 'support-draft',
    allowed: false,
    reason,
    obstacles,
    because,
    interpretations,
    complete: false,
    fields: null,
    missing: [],
    advised: [],
    assumed: [],
    deniedFor,
    request: asAnswered(request),
  };
}

/** The request with the prototypes that records of an answer have: it was read without any. */
function asAnswered<Request extends object>(request: Request): Request {
  const fields = Object.entries(request).map(([name, value]) => {
    const isRecord = name === 'contact' || name === 'customer';
    return [name, isRecord ? { ...value } : value];
  });
  return Object.fromEntries(fields) as Request;
}
