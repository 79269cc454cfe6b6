/** A rehearsal cannot begin or go on, for a reason that its user can remove. */
export class RehearsalError extends Error {}
