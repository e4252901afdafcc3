package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import java.util.List;

/** Keeps and measures the log records that cannot be read. Safe to repeat. */
public interface RejectRecords {
  /**
   * Rejects records.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if they have to be rejected again
   */
  void reject(List<RejectedRecord> records);
}
