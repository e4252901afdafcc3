package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.port.out.SourceUsage;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * How a source is used, as the state that detection keeps of it tells: how many accounts signed in
 * there.
 */
public final class DynamoDbSourceUsage implements SourceUsage {
  private final DynamoDbClient client;
  private final String table;

  /** Reads states in a table with the keys {@code pk} and {@code sk}. */
  public DynamoDbSourceUsage(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public int people(SourceRange source, Instant now) {
    GetItemResponse answer =
        DynamoDbCalls.call(
            "GetItem",
            () ->
                client.getItem(
                    request -> request.tableName(table).key(DetectionKeys.state(subject(source)))));
    if (!answer.hasItem()) {
      return 0;
    }
    SubjectFeatures features =
        new SubjectFeatures(
            new StateItem(answer.item(), now.toEpochMilli())
                .subjectState()
                .asOf(now.toEpochMilli()));
    return (int) Math.round(features.targets(SignalKind.AUTH_OK));
  }

  /** Detection names an IPv4 address without its prefix. */
  private static Subject subject(SourceRange source) {
    String name = source.version() == IpVersion.V4 ? source.lowest().text() : source.text();
    return new Subject(SubjectKind.IP, name);
  }
}
