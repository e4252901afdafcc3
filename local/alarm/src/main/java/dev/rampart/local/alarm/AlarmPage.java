package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next the token of the next part; empty if this is the last
 */
record AlarmPage<T>(List<T> elements, Optional<String> next) {

  /** Returns the part that a request asks for; a token is the position that it begins at. */
  static <T> AlarmPage<T> of(List<T> all, JsonNode input, String sizeName, int sizeMax) {
    int size = Math.clamp(input.path(sizeName).asInt(sizeMax), 1, sizeMax);
    int from = Math.clamp(input.path("NextToken").asInt(0), 0, all.size());
    int to = Math.min(from + size, all.size());
    return new AlarmPage<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }
}
