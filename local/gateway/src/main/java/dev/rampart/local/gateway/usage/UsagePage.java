package dev.rampart.local.gateway.usage;

import dev.rampart.local.protocol.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param position where the next page begins; empty if this is the last
 */
record UsagePage<T>(List<T> items, Optional<String> position) {
  /** What a page has if the request does not say ("GetUsagePlans"). */
  private static final int DEFAULT_LIMIT = 25;

  /** The most that a page may have ("GetUsagePlans"). */
  private static final int LIMIT_MAX = 500;

  /**
   * Returns the page that a query asks for.
   *
   * @param ids tells items apart; the position is the id of the last item of the page before
   * @throws AwsError if limit or position is wrong
   */
  static <T> UsagePage<T> of(List<T> all, Function<T, String> ids, Map<String, String> query) {
    int limit = limit(query.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT)));
    int from = from(all, ids, query.getOrDefault("position", ""));
    int to = Math.min(all.size(), from + limit);
    List<T> items = List.copyOf(all.subList(from, to));
    return new UsagePage<>(
        items, to < all.size() ? Optional.of(ids.apply(items.getLast())) : Optional.empty());
  }

  private static int limit(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    }
    throw new AwsError("BadRequestException", "Invalid limit: it is from 1 to " + LIMIT_MAX);
  }

  private static <T> int from(List<T> all, Function<T, String> ids, String position) {
    if (position.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (ids.apply(all.get(i)).equals(position)) {
        return i + 1;
      }
    }
    throw new AwsError("BadRequestException", "Invalid position parameter");
  }
}
