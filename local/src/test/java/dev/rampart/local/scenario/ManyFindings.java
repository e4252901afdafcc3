package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.browser.Page;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Answers as if there were ten thousand findings, in pages of a hundred. */
final class ManyFindings {
  private static final int ALL = 10_000;
  private static final String ADDRESSES = "*/v1/threats?*";

  /** What the last one of them is about. */
  static final String LAST = "finding-9999.example";

  private static final int PAGE = 100;
  private static final Instant NEWEST = Instant.parse("2026-01-01T12:00:00.001Z");
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([0-9]+)");

  private final ObjectNode example;

  private ManyFindings(JsonNode example) {
    this.example = (ObjectNode) example;
  }

  /** Has the console read them all, made of the first finding that there is. */
  static void show(ConsoleSession session) {
    Page page = session.page;
    AtomicReference<JsonNode> example = new AtomicReference<>();
    page.rewrite(
        ADDRESSES,
        answer -> {
          example.set(answer.path("items").path(0));
          return answer;
        });
    ConsoleViews.FINDINGS.open(session);
    assertThat(Running.eventually(() -> example.get() != null)).isTrue();
    session.go("requests");
    page.await("document.querySelector('request-view')");
    page.answer(ADDRESSES, new ManyFindings(example.get())::page);
    session.see("findings", "findings-view", "finding-0.example");
    page.click("findings-view button", "Read all");
    page.awaitText("findings-view .list-state", ALL + " findings");
  }

  /** Returns the page that an address asks for. */
  private JsonNode page(String url) {
    Matcher cursor = CURSOR.matcher(url);
    int first = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    IntStream.range(first, first + PAGE).mapToObj(this::finding).forEach(items::add);
    if (first + PAGE < ALL) {
      page.put("nextCursor", String.valueOf(first + PAGE));
    }
    return page;
  }

  /** The list shows the newest first. */
  private ObjectNode finding(int number) {
    return example
        .deepCopy()
        .put("id", "%08d-0000-8000-8000-000000000000".formatted(number))
        .put("subject", "finding-%d.example".formatted(number))
        .put("openedAt", NEWEST.minusSeconds(number).toString());
  }
}
