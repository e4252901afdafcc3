package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import java.util.List;

/** Keeps rejected records until somebody has looked at them. */
public interface RejectedRecordQueue {
  /**
   * Keeps every record at least once.
   *
   * @throws PortUnavailable if any of them may not be kept; all may be given again
   */
  void keep(List<RejectedRecord> records);
}
