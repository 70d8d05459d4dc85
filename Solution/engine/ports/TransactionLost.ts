import type { Failure } from "../domain/failure/Failure";

/**
 * Dynamics 365 refused a write inside a transaction, and takes nothing more in it. Thrown, because there is nothing left that
 * this request could do: it is undone as a whole, and no other record shares it. Whoever answers the platform tells the failure.
 */
export class TransactionLost extends Error {
  constructor(readonly failure: Failure) {
    super(failure.cause);
  }
}
