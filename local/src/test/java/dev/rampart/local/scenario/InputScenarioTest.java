package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a body, a query and their types; nothing refused leaves a trace. */
final class InputScenarioTest {
  private static final Running RUN = Running.shared();
  private static final int BODY_BYTES_MAX = 65_536;

  private final int itemsBefore = RUN.items();
  private int accepted;

  @AfterEach
  void nothing_that_was_refused_is_stored() {
    assertThat(RUN.items() - itemsBefore).isEqualTo(accepted);
  }

  private void isAccepted(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    accepted++;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "\"a\"",
        "1",
        "null",
        "{",
        "}",
        "{\"title\":\"a\"",
        "GOODx",
        "GOOD{}",
        "GOOD,",
        "/*c*/GOOD",
        "//c\nGOOD",
        "\uFEFFGOOD",
        "\fGOOD",
        "\u00A0GOOD",
        "GOOD\u0000",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{'title':'a'}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{\"a\":-Infinity}",
        "{\"a\":tru}",
        "{\"a\":\"\\x41\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\n\"}",
        "{\"a\" \"b\"}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}"
      })
  void b26_what_is_no_json_object_is_refused_without_a_word_of_the_parser(String template) {
    String body = template.replace("GOOD", good().toString());

    assertThat(RUN.ann.submit(body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00\\ud800", "\\u0000", "\\u001b", "\\ufffe", "\\u202e"})
  void b36_a_title_with_what_no_line_of_text_holds_is_refused(String text) {
    String body = good().toString().replace("The roof", text);

    assertThat(RUN.ann.submit(body).status()).isEqualTo(400);
  }

  @Test
  void b28_bytes_that_are_no_utf_8_are_refused() {
    String good = good().toString();
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      assertThat(RUN.ann.submit(good.getBytes(charset)).status()).isEqualTo(400);
    }
    for (String bad : List.of("\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f5")) {
      byte[] body = good.replace("roof", bad).getBytes(StandardCharsets.ISO_8859_1);
      assertThat(RUN.ann.submit(body).status()).isEqualTo(400);
    }
    isAccepted(RUN.ann.submit(good.replace("roof", "Dächer").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void b27_a_name_twice_is_refused_however_it_is_written() {
    String open = good().toString().substring(0, good().toString().length() - 1);
    for (String more :
        List.of("\"title\":\"x\"", "\"title\":\"The roof leaks\"", "\"t\\u0069tle\":1")) {
      assertThat(RUN.ann.submit(open + "," + more + "}").problem()).isEqualTo("malformed-json");
    }
    isAccepted(RUN.ann.submit("\r\n\t " + good().toPrettyString() + " \n"));
    isAccepted(RUN.ann.submit(good().toString().replace("\"title\"", "\"t\\u0069tle\"")));
  }

  @Test
  void b28_b32_depth_and_range_have_their_limits() {
    String deep = good().toString().replace("\"bug\"", "[".repeat(25) + "]".repeat(25));
    assertThat(RUN.ann.submit(deep).status()).isEqualTo(400);
    for (String number : List.of("1e999", "-1e999", "9".repeat(4000))) {
      String body = good().toString().replace("\"bug\"", number);
      assertThat(RUN.ann.submit(body).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "owner",
        "version",
        "receivedAt",
        "updatedAt",
        "status",
        "role",
        "__proto__"
      })
  void b23_members_of_the_server_are_refused_and_not_ignored(String name) {
    Reply created = RUN.ann.submit(good());
    isAccepted(created);
    JsonNode own = created.json().path(name);
    JsonNode value = own.isMissingNode() ? JsonNodeFactory.instance.textNode("1") : own;

    Reply create = RUN.ann.submit(good().set(name, value));
    Reply patch =
        RUN.ann.patch(created.id(), "*", JsonNodeFactory.instance.objectNode().set(name, value));

    assertThat(create.status()).isEqualTo(400);
    assertThat(create.pointers()).containsExactly("/" + name);
    assertThat(patch.status()).isEqualTo(400);
    assertThat(patch.pointers()).containsExactly("/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "two\u2028lines", "\r", "\u0000", "\u0085"})
  void b34_b72_a_pointer_has_the_name_of_a_member_as_it_was_sent(String name) {
    Reply reply = RUN.ann.submit(good().put(name, 1));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/" + name);
  }

  @Test
  void b34_b37_all_faults_are_told_at_once_and_no_type_stands_for_another() {
    ObjectNode body = good().put("title", 1).put("description", true);
    body.putArray("category").add("bug");
    body.put("tags", "roof").putArray("details");

    Reply reply = RUN.ann.submit(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder("/title", "/description", "/category", "/tags", "/details");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
        "application/jsonx",
        "application/merge-patch+json",
        "application/json; charset=iso-8859-1",
        "application/json, text/plain"
      })
  void b29_another_media_type_is_refused(String type) {
    Reply reply = RUN.ann.send("POST", ALL, bytes(good()), freshKey(), "Content-Type: " + type);

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void b29_no_media_type_and_any_coding_are_refused_and_utf_8_is_not() {
    byte[] body = bytes(good());
    assertThat(RUN.ann.send("POST", ALL, body, freshKey()).status()).isEqualTo(415);
    for (String coding : List.of("gzip", "br", "identity")) {
      String field = "Content-Encoding: " + coding;
      Reply reply = RUN.ann.send("POST", ALL, body, freshKey(), Caller.JSON, field);
      assertThat(reply.status()).isEqualTo(415);
    }
    isAccepted(RUN.ann.send("POST", ALL, body, freshKey(), Caller.JSON + "; charset=UTF-8"));
  }

  @Test
  void b30_an_answer_that_nobody_accepts_is_refused() {
    for (String accept : List.of("text/html", "application/json;q=0", "nonsense", "image/*")) {
      assertThat(RUN.ann.get(ALL, "Accept: " + accept).status()).isEqualTo(406);
    }
    for (String accept : List.of("*/*", "application/*", "text/html, application/json;q=0.1")) {
      assertThat(RUN.ann.get(ALL, "Accept: " + accept).status()).isEqualTo(200);
    }
  }

  @Test
  void b31_a_body_ends_at_64_kilobytes_declared_or_chunked() {
    String good = good().toString();
    isAccepted(RUN.ann.submit(good + " ".repeat(BODY_BYTES_MAX - good.length())));
    Reply over = RUN.ann.submit(good + " ".repeat(BODY_BYTES_MAX + 1 - good.length()));
    assertThat(over.status()).isEqualTo(413);

    String head = "POST " + ALL + " HTTP/1.1\r\nHost: localhost\r\n";
    Reply declared = RUN.http.raw(bytes(head + "Content-Length: 70000\r\n\r\nab"));
    assertThat(declared.status()).isEqualTo(413);
    String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";
    String endless = head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17);
    assertThat(RUN.http.raw(bytes(endless)).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=1.5",
        "limit=",
        "limit",
        "limit=ten",
        "limit=+1",
        "limit=1&limit=1",
        "limit=1&limit=2",
        "LIMIT=1",
        "offset=1",
        "status=",
        "status=open",
        "status=received&status=received",
        "cursor=abc",
        "cursor=",
        "limit=99999999999999999999"
      })
  void b33_b61_a_query_that_is_not_documented_is_refused(String query) {
    assertThat(RUN.ann.get(ALL + "?" + query).status()).isEqualTo(400);
    assertThat(RUN.ann.get(ALL + "?limit=1&status=received").status()).isEqualTo(200);
  }
}
