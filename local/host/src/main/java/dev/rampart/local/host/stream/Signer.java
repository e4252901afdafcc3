package dev.rampart.local.host.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Says who asks. The header has the form of a signature, without one: endpoints on one's own
 * machine read the access key and do not check further. AWS itself would refuse it.
 */
public record Signer(String region, String accessKeyId) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  String authorization(Instant now) {
    return "AWS4-HMAC-SHA256 Credential=%s/%s/%s/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=%s"
        .formatted(accessKeyId, DAY.format(now), region, "0".repeat(64));
  }
}
