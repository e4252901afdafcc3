package dev.rampart.adapter.out.sqs;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.RejectedRecordQueue;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Keeps rejected records in a queue of SQS, the records of a delivery in one message if it can. */
public final class SqsRejectedRecordQueue implements RejectedRecordQueue {
  private final SqsClient client;
  private final String queueUrl;

  /** Sends to one queue. */
  public SqsRejectedRecordQueue(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void keep(List<RejectedRecord> records) {
    for (String message : RejectedRecordsV1.of(records)) {
      send(message);
    }
  }

  private void send(String message) {
    try {
      var _ =
          client.sendMessage(
              SendMessageRequest.builder().queueUrl(queueUrl).messageBody(message).build());
    } catch (SdkException e) {
      throw new PortUnavailable("the queue took no rejected records", e);
    }
  }
}
