package dev.rampart.local.events.queue;

import java.util.Set;

/**
 * Error codes of SQS's query protocol. Clients of the JSON protocol show them to this day, so that
 * what catches them still does.
 */
final class QueryCode {
  private static final String PREFIX = "AWS.SimpleQueueService.";

  /** The others are the same in both protocols. */
  private static final Set<String> PREFIXED =
      Set.of(
          "BatchEntryIdsNotDistinct",
          "BatchRequestTooLong",
          "EmptyBatchRequest",
          "InvalidBatchEntryId",
          "MessageNotInflight",
          "TooManyEntriesInBatchRequest",
          "UnsupportedOperation");

  private QueryCode() {}

  /** Returns the code for that of the JSON protocol. */
  static String of(String code) {
    return switch (code) {
      case "QueueDoesNotExist" -> PREFIX + "NonExistentQueue";
      case "QueueNameExists" -> "QueueAlreadyExists";
      default -> PREFIXED.contains(code) ? PREFIX + code : code;
    };
  }
}
