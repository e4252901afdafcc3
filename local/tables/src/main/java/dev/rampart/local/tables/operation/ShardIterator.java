package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Where a reader of a stream stands; valid for 15 minutes after it was handed out. */
record ShardIterator(String streamArn, long position, Instant at) {
  private static final Duration VALID = Duration.ofMinutes(15);

  String text() {
    String plain = streamArn + "|" + position + "|" + at.toEpochMilli();
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static ShardIterator read(String text, Instant now) {
    ShardIterator iterator = parse(text);
    if (iterator.at.plus(VALID).isBefore(now)) {
      throw new AwsError("ExpiredIteratorException", "The shard iterator has expired.");
    }
    return iterator;
  }

  /**
   * Reads an iterator, which may have expired.
   *
   * @throws AwsError if it is not well-formed
   */
  static ShardIterator parse(String text) {
    try {
      String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\\|", -1);
      if (parts.length != 3) {
        throw invalid("Invalid ShardIterator");
      }
      return new ShardIterator(
          parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
    } catch (IllegalArgumentException _) {
      throw invalid("Invalid ShardIterator");
    }
  }
}
