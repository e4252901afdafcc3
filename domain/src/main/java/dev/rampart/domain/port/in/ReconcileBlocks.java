package dev.rampart.domain.port.in;

import java.util.Optional;

/**
 * Brings the address sets of the firewall in line with the blocks that are kept, and tells
 * subscribers what changed. Safe to repeat, and to do at several places at a time; what cannot be
 * done now is done by the next call.
 */
public interface ReconcileBlocks {
  /**
   * Reconciles all sets.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if a dependency does not answer
   */
  Result reconcile();

  /**
   * Reconciles all sets, unless one of them was changed so lately that the next change has to wait:
   * then what there is to do is left to the next call, and hardly anything is read.
   *
   * @return what was done; empty if it was left to the next call
   * @throws dev.rampart.domain.port.out.PortUnavailable if a dependency does not answer
   */
  Optional<Result> reconcileIfOpen();

  /**
   * What was done.
   *
   * @param inForce how many blocks are in force
   * @param updated how many sets were changed
   * @param deferred how many sets have to be changed later
   * @param foreign how many entries of the sets somebody else put there
   * @param omitted how many blocks in force did not fit
   * @param announced how many events were published
   */
  record Result(int inForce, int updated, int deferred, int foreign, int omitted, int announced) {}
}
