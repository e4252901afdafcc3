package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract is neither looser nor tighter than the function: below, at and beyond each bound
 * both take the same values.
 */
final class BoundsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** In a contract the end of a text is its end. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(false)
          .regularExpressionFactory(
              pattern -> Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")).asPredicate()::test)
          .build();

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\t",
          "\n",
          "\u00a0",
          "\u200b",
          "\u2028",
          "\u2800",
          "\u3164",
          "\ufeff",
          "\u0600",
          "a\n",
          "a\r\nb",
          "a\tb",
          "a\u0000",
          "a\u0085",
          "a\u2028b",
          "a\u202eb",
          "a\u2066b",
          "a\ufffe",
          "a\ufdd0",
          "é",
          "日本",
          "👩‍👩‍👧",
          "\u200bא",
          " a ",
          "a b",
          "A",
          "a",
          "0",
          "-a",
          "a-",
          "a_b",
          "a.b");

  private static final List<String> ADDRESSES =
      List.of(
          "a@b.c",
          "a@b",
          "@b.c",
          "a@",
          "a@b.c.",
          "a@.c",
          ".a@b.c",
          "a.@b.c",
          "a..b@c.d",
          "a.b@c.d",
          "a@b@c.d",
          "a@-b.c",
          "a@b-.c",
          "a@b-b.c",
          "a b@c.d",
          "é@b.c",
          "a@é.c",
          "o'brien+x@b.c",
          "\"a\"@b.c",
          "a@b.c\n",
          "a@[127.0.0.1]",
          "a".repeat(64) + "@b.c",
          "a".repeat(65) + "@b.c",
          "a@" + "b".repeat(63) + ".c",
          "a@" + "b".repeat(64) + ".c",
          address(254),
          address(255));

  private final TestApi api = new TestApi();
  private final JsonNode contract;
  private int keys;

  BoundsTest() throws IOException {
    Path file = Path.of(System.getProperty("rampart.root", "."), "docs", "openapi.yaml");
    contract = new YAMLMapper().readTree(file.toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description", "category", "contactEmail", "tags", "details"})
  void b32_a_new_submission(String member) {
    agree(
        schema("/components/schemas/NewSubmission"),
        changed(GOOD, member),
        body ->
            api.send(
                Call.create(body.toString())
                    .as(ANN)
                    .header("Idempotency-Key", "\"" + keys++ + '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description", "category", "contactEmail", "tags", "details"})
  void b32_a_patch(String member) {
    String id = api.created(ANN, "k");
    agree(
        schema("/components/schemas/SubmissionPatch"),
        changed("{}", member),
        body ->
            api.send(
                Call.one("PATCH", id).as(ANN).patch(body.toString()).header("If-Match", "\"0\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"decision", "reason"})
  void b32_a_review(String member) {
    String id = api.created(ANN, "k");
    agree(
        schema("/components/schemas/Review"),
        changed("{\"decision\":\"accept\",\"reason\":\"Good.\"}", member),
        body ->
            api.send(
                Call.review(id, body.toString())
                    .as("rita", Call.REVIEW)
                    .header("If-Match", "\"0\"")));
  }

  @Test
  void an_idempotency_key() {
    String uuid = "8e03978e-40d5-43e8-bc93-6894a57f9324";
    agreeOnHeader(
        "IdempotencyKey",
        Stream.of(
            "k",
            "\"\"",
            "\"k\"",
            "\"k\"x",
            "\"k",
            "\"a\\b\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"a\", \"b\"",
            "\"a\";p=1",
            "\"a\tb\"",
            "\"é\"",
            uuid,
            uuid + "0",
            uuid.toUpperCase(Locale.ROOT),
            "{" + uuid + "}",
            quoted("k", 255),
            quoted("k", 256),
            quoted("\\\"", 255),
            quoted("\\\"", 256),
            quoted("k", 512)),
        value -> api.send(Call.create(GOOD).as(ANN).header("Idempotency-Key", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IfMatch", "IfMatchOptional", "IfNoneMatch"})
  void entity_tags(String parameter) {
    String id = api.created(ANN, "k");
    agreeOnHeader(
        parameter,
        Stream.of(
            "*",
            "\"0\"",
            "W/\"0\"",
            "\"0\",",
            ",\"0\"",
            ", ,\t\"0\" , ,",
            "\"\"",
            "w/\"0\"",
            "W/",
            "0",
            "\"0",
            "\"0\"x",
            "*,",
            "\"0\", *",
            "\"a b\"",
            "\"é\"",
            ",",
            "\"\\\"\"",
            '"' + "a".repeat(998) + '"',
            '"' + "a".repeat(999) + '"'),
        value ->
            api.send(
                switch (parameter) {
                  case "IfMatch" ->
                      Call.one("PATCH", id).as(ANN).patch("{}").header("If-Match", value);
                  case "IfNoneMatch" -> Call.one("GET", id).as(ANN).header("If-None-Match", value);
                  default ->
                      Call.review(id, "{\"decision\":\"accept\",\"reason\":\"Good.\"}")
                          .as("rita", Call.REVIEW)
                          .header("If-Match", value);
                }));
  }

  @Test
  void a_reviewer_names_one_tag_and_an_owner_may_name_more() {
    assertThat(schema("/components/schemas/EntityTag").validate(TextNode.valueOf("\"1\",\"2\"")))
        .isNotEmpty();
    assertThat(schema("/components/schemas/EntityTags").validate(TextNode.valueOf("\"1\",\"2\"")))
        .isEmpty();
  }

  @Test
  void a_page_size() {
    for (Integer size : List.of(-1, 0, 1, 100, 101, 1_000)) {
      Answered taken =
          api.send(Call.of("GET", "/v1/submissions").as(ANN).query("limit", size.toString()));
      assertThat(taken.status() == 200)
          .as("" + size)
          .isEqualTo(
              schema("/components/parameters/Limit/schema")
                  .validate(JsonNodeFactory.instance.numberNode(size))
                  .isEmpty());
    }
  }

  @Test
  void a_cursor() {
    String first = api.created(ANN, "k1");
    assertThat(first).isNotEqualTo(api.created(ANN, "k2"));
    Answered page = api.send(Call.of("GET", "/v1/submissions").as(ANN).query("limit", "1"));
    JsonNode cursor = page.body().path("nextCursor");

    assertThat(cursor.isTextual()).isTrue();
    assertThat(schema("/components/schemas/Cursor").validate(cursor)).isEmpty();
    for (String other : List.of("x", "xx", "=")) {
      TextNode longer = TextNode.valueOf(cursor.textValue() + other);
      assertThat(schema("/components/schemas/Cursor").validate(longer)).isNotEmpty();
    }
  }

  private void agreeOnHeader(
      String parameter, Stream<String> values, Function<String, Answered> send) {
    JsonSchema schema = schema("/components/parameters/" + parameter + "/schema");
    values.forEach(
        value ->
            assertThat(send.apply(value).status() != 400)
                .as(value)
                .isEqualTo(schema.validate(TextNode.valueOf(value)).isEmpty()));
  }

  /** A value that the inspector or the state refuses has the right form all the same. */
  private static void agree(
      JsonSchema schema, List<ObjectNode> bodies, Function<ObjectNode, Answered> send) {
    assertThat(bodies).hasSizeGreaterThan(10);
    for (ObjectNode body : bodies) {
      Answered answer = send.apply(body);
      assertThat(answer.status() != 400)
          .as(body + "\n" + answer.text())
          .isEqualTo(schema.validate(body).isEmpty());
    }
  }

  /** Returns copies of a body in which one member has each of many values. */
  private static List<ObjectNode> changed(String body, String member) {
    List<ObjectNode> bodies = new ArrayList<>();
    values(member)
        .forEach(
            value -> {
              ObjectNode copy = (ObjectNode) parse(body);
              copy.set(member, value);
              bodies.add(copy);
            });
    return bodies;
  }

  private static Stream<JsonNode> values(String member) {
    return Stream.concat(
        switch (member) {
          case "title" -> texts(200);
          case "description" -> texts(10_000);
          case "reason" -> texts(1_000);
          case "contactEmail" -> ADDRESSES.stream().map(TextNode::valueOf);
          case "tags" -> tags();
          case "details" -> details();
          default -> Stream.of("accept", "reject", "bug", "other", "Bug").map(TextNode::valueOf);
        },
        Stream.of("null", "1", "true", "[]", "{}", "[null]", "\"x y\"").map(BoundsTest::parse));
  }

  private static Stream<JsonNode> texts(int lengthMax) {
    return Stream.concat(
            ODD.stream(),
            Stream.of("a", "é", "😀")
                .flatMap(text -> Stream.of(text.repeat(lengthMax), text.repeat(lengthMax + 1))))
        .map(TextNode::valueOf);
  }

  private static Stream<JsonNode> tags() {
    Stream<JsonNode> one =
        Stream.concat(ODD.stream(), Stream.of("a".repeat(32), "a".repeat(33), "roof\n"))
            .map(tag -> (JsonNode) JsonNodeFactory.instance.arrayNode().add(tag));
    Stream<JsonNode> many =
        Stream.of(10, 11)
            .map(
                size -> {
                  ArrayNode tags = JsonNodeFactory.instance.arrayNode();
                  IntStream.range(0, size).forEach(i -> tags.add("t" + i));
                  return (JsonNode) tags;
                });
    return Stream.of(one, many, Stream.of(parse("[\"a\",\"a\"]"))).flatMap(same -> same);
  }

  private static Stream<JsonNode> details() {
    Stream<JsonNode> names =
        Stream.concat(ODD.stream(), Stream.of("a".repeat(64), "a".repeat(65), "roof\n"))
            .map(name -> (JsonNode) JsonNodeFactory.instance.objectNode().put(name, "x"));
    Stream<JsonNode> values =
        texts(1_000).<JsonNode>map(text -> JsonNodeFactory.instance.objectNode().set("a", text));
    return Stream.of(names, values, Stream.of(parse("{\"a\":1}"))).flatMap(same -> same);
  }

  private JsonSchema schema(String pointer) {
    ObjectNode schema = (ObjectNode) contract.at(pointer).deepCopy();
    schema.set("components", contract.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, CONFIG);
  }

  private static String quoted(String character, int count) {
    return '"' + character.repeat(count) + '"';
  }

  /** Returns an address of this length with labels that are not too long. */
  private static String address(int length) {
    String labels = ("b".repeat(60) + ".").repeat(4);
    return "a".repeat(length - labels.length() - 2) + "@" + labels + "c";
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
