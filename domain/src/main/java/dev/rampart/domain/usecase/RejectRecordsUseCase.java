package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.port.in.RejectRecords;
import dev.rampart.domain.port.out.RejectedRecordQueue;
import dev.rampart.domain.port.out.RejectionMetrics;
import java.util.List;

/** {@link RejectRecords} over a queue and metrics; what could not be kept is not measured. */
public record RejectRecordsUseCase(RejectedRecordQueue queue, RejectionMetrics metrics)
    implements RejectRecords {
  @Override
  public void reject(List<RejectedRecord> records) {
    if (!records.isEmpty()) {
      queue.keep(records);
      metrics.rejected(records);
    }
  }
}
