package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Sorts elements and cuts them into pages.
 *
 * @param listName what the list is called in the answer
 * @param limitName what the size of a page is called in the call
 * @param tokenName what the mark of the next page is called in both
 * @param key tells elements apart, and orders them
 */
record Pager<T>(
    String listName,
    String limitName,
    String tokenName,
    Function<T, String> key,
    Function<T, ? extends JsonNode> shape) {
  private static final int LIMIT_MAX = 60;

  ObjectNode page(Input input, Collection<T> all) {
    int limit = input.number(limitName, LIMIT_MAX, 1, LIMIT_MAX);
    String after = input.optionalText(tokenName).map(Pager::decode).orElse("");
    List<T> rest =
        all.stream()
            .filter(element -> key.apply(element).compareTo(after) > 0)
            .sorted(Comparator.comparing(key))
            .toList();
    List<T> page = rest.subList(0, Math.min(limit, rest.size()));
    ObjectNode answer = Output.object();
    answer.set(listName, Output.array(page.stream().map(shape).toList()));
    if (page.size() < rest.size()) {
      answer.put(tokenName, encode(key.apply(page.getLast())));
    }
    return answer;
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Input.invalid("Invalid pagination token");
    }
  }
}
