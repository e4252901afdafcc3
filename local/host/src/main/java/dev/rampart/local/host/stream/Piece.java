package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Records of one shard that go to the function together, and how often they failed so far. */
record Piece(List<JsonNode> records, int failures) {
  Piece {
    records = List.copyOf(records);
  }

  Piece failedAgain() {
    return new Piece(records, failures + 1);
  }

  Piece firstHalf() {
    return new Piece(records.subList(0, records.size() / 2), failures);
  }

  Piece secondHalf() {
    return new Piece(records.subList(records.size() / 2, records.size()), failures);
  }

  /** Returns the records from the first of the named ones on. */
  Piece from(Set<String> sequences) {
    int first = 0;
    while (!sequences.contains(sequence(records.get(first)))) {
      first++;
    }
    return first == 0 ? this : new Piece(records.subList(first, records.size()), 0);
  }

  String first() {
    return sequence(records.getFirst());
  }

  String last() {
    return sequence(records.getLast());
  }

  Set<String> sequences() {
    return records.stream().map(Piece::sequence).collect(Collectors.toSet());
  }

  static String sequence(JsonNode record) {
    return record.at("/dynamodb/SequenceNumber").asText();
  }

  static Instant at(JsonNode record) {
    BigDecimal seconds = record.at("/dynamodb/ApproximateCreationDateTime").decimalValue();
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }
}
