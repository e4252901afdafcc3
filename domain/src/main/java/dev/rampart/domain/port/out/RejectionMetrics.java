package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import java.util.List;

/** Measures which records are rejected. A repeated delivery is measured again. */
public interface RejectionMetrics {
  /** Measures the rejected records of one delivery. */
  void rejected(List<RejectedRecord> records);
}
