package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.submission.Content;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may say: members, types, lengths, forms. */
final class ValidationTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestApi api = new TestApi();

  @Test
  void every_fault_is_told_at_once_each_with_its_pointer() throws Exception {
    ObjectNode body = good();
    body.remove("category");
    body.put("title", "").put("role", "admin").put("contactEmail", "nobody");
    body.withArray("/tags").add("UPPER").add("roof");
    body.withObject("/details").put("a/b~c", "x").put("Room", 7);

    Answered answer = api.send(Call.create(body.toString()).as(ANN));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "/category required",
            "/title too-short",
            "/role unknown-member",
            "/contactEmail wrong-format",
            "/tags/1 wrong-format",
            "/tags repeated",
            "/details/a~1b~0c wrong-name",
            "/details/Room wrong-type");
    assertThat(api.store.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "    ",
        "\u00a0",
        "\u3000\u2003",
        "\u00ad",
        "\u034f",
        "\u115f\u1160",
        "\u180e",
        "\u200b\u200c\u200d",
        "\u2060",
        "\u2800",
        "\u3164",
        "\ufe0f",
        "\ufeff",
        "\uffa0",
        "\udb40\udd00"
      })
  void a_required_text_says_something(String blank) throws JsonProcessingException {
    for (String member : List.of("/title", "/description")) {
      String body = good().put(member.substring(1), blank).toString();
      assertThat(api.send(Call.create(body).as(ANN)).faults()).containsExactly(member + " blank");
    }
    String id = api.created(ANN, "k");
    String patch = MAPPER.createObjectNode().put("title", blank).toString();
    assertThat(api.send(Call.one("PATCH", id).as(ANN).patch(patch)).faults())
        .containsExactly("/title blank");
    ObjectNode review = MAPPER.createObjectNode().put("decision", "accept").put("reason", blank);
    assertThat(api.send(Call.review(id, review.toString()).as("rita", Call.REVIEW)).faults())
        .containsExactly("/reason blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", " a ", "\u200bא", "\u2764\ufe0f", "\u0301", "-"})
  void one_visible_character_is_enough(String text) throws JsonProcessingException {
    String body = good().put("title", text).toString();

    assertThat(api.send(Call.create(body).as(ANN)).status()).isEqualTo(201);
  }

  @Test
  void a_detail_may_be_empty_or_blank_and_its_name_may_not() throws JsonProcessingException {
    ObjectNode blank = good();
    blank.withObject("/details").put("Room", " ").put("Floor", "");
    assertThat(api.send(Call.create(blank.toString()).as(ANN)).status()).isEqualTo(201);
    for (String name : List.of("", " ", "\u200b", "a ", "a\n", "a\u2028")) {
      ObjectNode body = good();
      body.withObject("/details").put(name, "x");
      assertThat(api.send(Call.create(body.toString()).as(ANN)).faults())
          .containsExactly("/details/" + name + " wrong-name");
    }
  }

  @Test
  void a_tag_ends_where_it_seems_to_end() throws JsonProcessingException {
    for (String tag : List.of("", " ", "\u200b", "roof ", "roof\u2028")) {
      ObjectNode body = good();
      body.putArray("tags").add(tag);
      assertThat(api.send(Call.create(body.toString()).as(ANN)).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "owner",
        "version",
        "status",
        "receivedAt",
        "updatedAt",
        "review",
        "role",
        "etag",
        "expiresAt",
        "__proto__",
        "constructor",
        "Title",
        "title "
      })
  void members_that_are_not_the_clients_are_refused_not_ignored(String name) throws Exception {
    String id = api.created(ANN, "k");

    Answered created = api.send(Call.create(good().put(name, "received").toString()).as(ANN));
    assertThat(created.faults()).containsExactly("/" + name + " unknown-member");
    String patch = MAPPER.createObjectNode().put(name, "received").toString();
    Answered amended = api.send(Call.one("PATCH", id).as(ANN).patch(patch).header("If-Match", "*"));
    assertThat(amended.faults()).containsExactly("/" + name + " unknown-member");
    assertThat(api.signals)
        .hasSize(2)
        .allSatisfy(
            signal -> {
              assertThat(signal.point()).isEqualTo(DetectionPoint.MASS_ASSIGNMENT);
              assertThat(signal.evidence().field()).contains("/…");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description", "category", "contactEmail", "tags", "details"})
  void types_are_not_juggled(String name) throws Exception {
    for (String value : List.of("1", "1.5", "true", "null", "[\"x\"]", "{\"x\":\"y\"}", "\"x\"")) {
      boolean right =
          switch (name) {
            case "tags" -> value.startsWith("[");
            case "details" -> value.startsWith("{");
            default -> value.startsWith("\"");
          };
      if (right) {
        continue;
      }
      ObjectNode body = good();
      body.set(name, MAPPER.readTree(value));
      assertThat(api.send(Call.create(body.toString()).as(ANN)).faults())
          .as(name + ": " + value)
          .containsExactly("/" + name + " wrong-type");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "title, 200, é",
    "title, 200, 😀",
    "description, 10000, x",
    "description, 10000, 字",
  })
  void a_text_may_have_this_many_code_points_and_not_one_more(String name, int max, String one)
      throws Exception {
    String fits = good().put(name, one.repeat(max)).toString();
    assertThat(api.send(Call.create(fits).as(ANN)).status()).isEqualTo(201);
    String long1 = good().put(name, one.repeat(max + 1)).toString();
    assertThat(api.send(Call.create(long1).as(ANN)).faults())
        .containsExactly("/" + name + " too-long");
  }

  @Test
  void collections_have_a_size_that_ends() throws Exception {
    ObjectNode tags = good();
    tags.remove("tags");
    IntStream.range(0, Content.TAGS_MAX).forEach(i -> tags.withArray("/tags").add("t" + i));
    assertThat(api.send(Call.create(tags.toString()).as(ANN)).status()).isEqualTo(201);
    tags.withArray("/tags").add("more");
    assertThat(api.send(Call.create(tags.toString()).as(ANN)).faults())
        .containsExactly("/tags too-many");

    ObjectNode details = good();
    IntStream.range(0, Content.DETAILS_MAX)
        .forEach(i -> details.withObject("/details").put("d" + i, "v"));
    assertThat(api.send(Call.create(details.toString()).as(ANN)).faults())
        .containsExactly("/details too-many");

    ObjectNode longs = good();
    longs.withArray("/tags").add("t".repeat(Content.TAG_LENGTH_MAX + 1));
    longs
        .withObject("/details")
        .put("d", "v".repeat(Content.DETAIL_VALUE_CODE_POINTS_MAX + 1))
        .put("n".repeat(Content.DETAIL_NAME_LENGTH_MAX + 1), "v");
    assertThat(api.send(Call.create(longs.toString()).as(ANN)).faults())
        .containsExactlyInAnyOrder(
            "/tags/1 too-long",
            "/details/d too-long",
            "/details/" + "n".repeat(Content.DETAIL_NAME_LENGTH_MAX + 1) + " wrong-name");
  }

  @Test
  void a_thousand_faults_make_an_answer_of_bounded_size() throws Exception {
    ObjectNode body = good();
    IntStream.range(0, 2000).forEach(i -> body.put("unknown" + i, "x"));

    assertThat(api.send(Call.create(body.toString()).as(ANN)).faults()).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    // code point, in one line, in many lines
    "0000, false, false", // Cc
    "0007, false, false", // Cc
    "0009, false, true", // tab
    "000A, false, true", // LF
    "000D, false, true", // CR
    "007F, false, false", // Cc
    "0085, false, false", // Cc
    "00AD, true, true", // Cf, soft hyphen
    "200D, true, true", // Cf, joiner
    "202E, false, true", // Cf, turns direction
    "2066, false, true", // Cf, turns direction
    "2028, false, true", // Zl
    "2029, false, true", // Zp
    "0020, true, true", // Zs
    "00A0, true, true", // Zs
    "0378, false, false", // Cn
    "FDD0, false, false", // noncharacter
    "FFFE, false, false", // noncharacter
    "1FFFF, false, false", // noncharacter
    "E000, true, true", // Co
    "0041, true, true", // Lu
    "0061, true, true", // Ll
    "01C5, true, true", // Lt
    "02B0, true, true", // Lm
    "05D0, true, true", // Lo
    "0301, true, true", // Mn
    "0903, true, true", // Mc
    "20DD, true, true", // Me
    "0664, true, true", // Nd
    "2160, true, true", // Nl
    "00B2, true, true", // No
    "203F, true, true", // Pc
    "2010, true, true", // Pd
    "0028, true, true", // Ps
    "0029, true, true", // Pe
    "00AB, true, true", // Pi
    "00BB, true, true", // Pf
    "0021, true, true", // Po
    "002B, true, true", // Sm
    "20AC, true, true", // Sc
    "005E, true, true", // Sk
    "1F600, true, true", // So
  })
  void each_category_of_characters_has_its_fields(String hex, boolean inTitle, boolean inText)
      throws Exception {
    String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

    Answered title = api.send(Call.create(good().put("title", text).toString()).as(ANN));
    assertThat(title.status()).isEqualTo(inTitle ? 201 : 400);
    if (!inTitle) {
      assertThat(title.faults()).containsExactly("/title forbidden-character");
    }
    Answered description =
        api.send(
            Call.create(good().put("description", text).toString())
                .as(ANN)
                .header("Idempotency-Key", "\"k2\""));
    assertThat(description.status()).isEqualTo(inText ? 201 : 400);
  }

  @Test
  void identifiers_are_ascii_however_the_category_is_called() throws Exception {
    for (String tag : List.of("é", "a b", "a\tb", "-a", "A", "", "a_b", "а")) {
      ObjectNode body = good();
      body.withArray("/tags").removeAll().add(tag);
      assertThat(api.send(Call.create(body.toString()).as(ANN)).status()).as(tag).isEqualTo(400);
    }
    for (String email :
        List.of("a@b", "@b.example", "a b@c.example", "a@b.example\n", "ä@b.example")) {
      ObjectNode body = good().put("contactEmail", email);
      assertThat(api.send(Call.create(body.toString()).as(ANN)).status()).as(email).isEqualTo(400);
    }
  }

  @Test
  void faults_of_a_review_are_told_too() {
    String id = api.created(ANN, "k");
    Call call = Call.review(id, "{\"decision\":\"maybe\",\"reviewer\":\"me\"}");

    assertThat(api.send(call.as(ANN.sub(), Call.REVIEW)).faults())
        .containsExactlyInAnyOrder(
            "/decision unknown-value", "/reviewer unknown-member", "/reason required");
  }

  private static ObjectNode good() throws JsonProcessingException {
    return (ObjectNode) MAPPER.readTree(GOOD);
  }
}
